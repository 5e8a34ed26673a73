// Rules as LiveKit stores them and `lk sip dispatch list --json` prints them: camelCase, no unset fields.
import { below, idLetters, phoneNumber, pick, random, times } from "./random.mjs";

/** The three kinds of a rule, in turn. */
function kindOf(index, next) {
  switch (index % 3) {
    case 0:
      return { dispatchRuleDirect: { roomName: "room-" + idLetters(next, 6) } };
    case 1:
      return { dispatchRuleIndividual: { roomPrefix: "call-" + idLetters(next, 3) + "-" } };
    default:
      return { dispatchRuleCallee: { roomPrefix: "number-", randomize: true } };
  }
}

/**
 * One stored rule (SIPDispatchRuleInfo).
 * @param {number} index its place among its like; names and tenants are made from it
 * @param {() => number} next
 */
export function storedRule(index, next) {
  const rule = { sipDispatchRuleId: "SDR_" + idLetters(next, 12), rule: kindOf(index, next) };
  const [kind] = Object.values(rule.rule);
  if (next() < 0.4) kind.pin = String(below(next, 1e6)).padStart(6, "0");
  rule.trunkIds = times(1 + below(next, 2), () => "ST_" + idLetters(next, 12));
  if (next() < 0.3) rule.hidePhoneNumber = true;
  if (next() < 0.5) rule.inboundNumbers = times(1 + below(next, 3), () => phoneNumber(next));
  if (next() < 0.3) rule.numbers = [phoneNumber(next)];
  rule.name = pick(next, ["Support", "Sales", "After hours", "Billing", "Front desk"]) + " " + index;
  if (next() < 0.5) rule.metadata = JSON.stringify({ tenant: "t" + index, internal: next() < 0.5 });
  if (next() < 0.5) rule.attributes = { tenant: "t" + index, queue: pick(next, ["a", "b", "c"]) };
  if (next() < 0.5) {
    const agentName = pick(next, ["inbound", "triage", "concierge"]);
    rule.roomConfig = { emptyTimeout: 300, agents: [{ agentName, metadata: `{"v":${index % 9}}` }] };
  }
  rule.createdAt = `2026-0${1 + (index % 9)}-1${index % 10}T08:0${index % 10}:11.520Z`;
  return rule;
}

/**
 * A list answer with `count` rules.
 * @param {number} count
 */
export function storedList(count) {
  const next = random(7);
  return { items: times(count, (index) => storedRule(index, next)) };
}
