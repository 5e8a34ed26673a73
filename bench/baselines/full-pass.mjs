// LiveKit's own way to find conflicting rules (DispatchRuleValidator in livekit/protocol, sip/sip.go): every
// rule claims each combination of PIN, trunk, caller and called number; who claims one that is taken conflicts.

const ANY = [""];
const NUMBER = /^\+?[\d\- ()]+$/;
const PUNCTUATION = /[ \-()]/g;

/**
 * @param {object[]} rules SIPDispatchRuleInfo in camelCase
 * @returns {number[]} pairs: a rule, and the one that was first
 */
export function fullPass(rules) {
  const owners = new Map();
  const conflicts = [];
  rules.forEach((rule, index) => {
    for (const claim of claimsOf(rule)) {
      const owner = owners.get(claim);
      if (owner === undefined) owners.set(claim, index);
      else conflicts.push(index, owner);
    }
  });
  return conflicts;
}

function claimsOf({ rule, trunkIds, inboundNumbers, numbers }) {
  const kind = rule?.dispatchRuleDirect ?? rule?.dispatchRuleIndividual ?? rule?.dispatchRuleCallee;
  if (!kind) return [];
  const claims = [];
  for (const trunk of orAny(trunkIds)) {
    for (const caller of orAny(inboundNumbers)) {
      const from = normalized(caller);
      for (const called of orAny(numbers)) {
        claims.push(`${kind.pin ?? ""}\0${trunk}\0${from}\0${normalized(called)}`);
      }
    }
  }
  return claims;
}

const orAny = (values) => (values?.length > 0 ? values : ANY);

function normalized(number) {
  if (!NUMBER.test(number)) return number;
  const digits = number.replace(PUNCTUATION, "");
  return digits.startsWith("+") ? digits : "+" + digits;
}
