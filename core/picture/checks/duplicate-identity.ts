import { kindOf } from "../../routing/rule/rule-kind.ts";
import type { DispatchRule } from "../../routing/types.ts";
import { quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { itemPlace, relatedRule, roomPlace, viewOf } from "../places.ts";
import { intoRoom } from "../rule-index.ts";
import { sharedClaims } from "../support/clashes.ts";
import { capital, rulesWords } from "../words.ts";

/** What stands in From where a caller withholds the number (RFC 3323 and the habits of carriers). */
const WITHHELD = /^(?:anonymous|restricted|unavailable|unknown|private)$/i;

export default definePictureCheck({
  code: "duplicate-identity",
  severity: "info",
  title: "Callers who throw each other out of a room",
  why: `A caller's identity is \`sip_\` and the calling number, and a room has one participant of an identity: who comes
in with one that is there already throws the other out. In a room that many callers share this happens to all who
withhold their number (\`sip_anonymous\`), and to a caller who comes in a second time, also by another rule.`,

  checkRule(rule, picture, report) {
    const kind = kindOf(rule.rule);
    if (!kind || !isShared(rule.rule)) return;
    const withheld = rule.rule.inboundNumbers?.find((number) => WITHHELD.test(number));
    const view = viewOf.bind(undefined, rule);
    if (withheld !== undefined && kind.kind !== "individual") {
      const item = itemPlace(view(), "inbound_numbers", withheld);
      if (item !== undefined)
        report(item, {
          message: `All callers with the number ${quoted(withheld)} have one identity, and this rule puts them into one room: each throws the one before out. An individual rule gives each caller a room.`,
          severity: "warning",
        });
    }
    if (kind.kind !== "direct") return;
    const others = picture.rules
      .others(rule, intoRoom(kind.room))
      // Of two rules that conflict only one will be there.
      .filter(
        (other) => haveOneIdentity(rule.rule, other.rule) && sharedClaims(rule.rule, other.rule).length === 0,
      );
    if (others.length === 0) return;
    report(roomPlace(view()), {
      message: `${capital(rulesWords(others, rule.file))} ${others.length > 1 ? "lead" : "leads"} into this room as well: a caller who comes in by both throws the first call out.`,
      beside: others,
      related: others.slice(0, 10).map((other) => relatedRule(other, "The same room.", rule.file, roomPlace)),
    });
  },

  examples: [
    {
      bad: {
        files: {
          "a.json": `{"dispatch_rule": {"numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": ⟦"lobby"⟧}}}}`,
          "b.json": `{"dispatch_rule": {"numbers": ["+15550101"], "rule": {"dispatchRuleDirect": {"roomName": ⟦"lobby"⟧}}}}`,
        },
      },
    },
    {
      bad: {
        files: {
          "a.json": `{"dispatch_rule": {"inbound_numbers": [⟦"anonymous"⟧], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
      },
    },
    {
      good: {
        files: {
          "a.json": `{"dispatch_rule": {"inbound_numbers": ["anonymous"], "rule": {"dispatchRuleIndividual": {"roomPrefix": "lobby-"}}}}`,
          "b.json": `{"dispatch_rule": {"inbound_numbers": ["+15550177"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
          "c.json": `{"dispatch_rule": {"inbound_numbers": ["+15550178"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
      },
    },
  ],
});

function isShared(rule: DispatchRule): boolean {
  return kindOf(rule)?.isRandom === false;
}

/** Whether a caller may come in by both, under one identity: a hidden number makes another one. */
function haveOneIdentity(a: DispatchRule, b: DispatchRule): boolean {
  if ((a.hidePhoneNumber ?? false) !== (b.hidePhoneNumber ?? false)) return false;
  const [first, second] = [a.inboundNumbers ?? [], b.inboundNumbers ?? []];
  return first.length === 0 || second.length === 0 || first.some((number) => second.includes(number));
}
