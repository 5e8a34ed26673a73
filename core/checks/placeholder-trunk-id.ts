import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";
import { quoteString } from "../json/strings.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import { isLetterOrDigit } from "../text/characters.ts";

/** What LiveKit makes (`ST_` and 12 characters; utils/guid), and the phone numbers of LiveKit Cloud. */
const TRUNK_ID = /^(?:ST_[A-Za-z0-9]{12}|PN_[A-Za-z0-9_]+)$/;
const MADE_BY_LIVEKIT = "ST_";
const CHARACTERS_OF_ID = 12;
/** `ST_xxxxxxxxxxxx`: chance does not make the same character eight times. */
const MASKED = /(.)\1{7}/;
const LONGEST_RUN = 7;
const PLACEHOLDER =
  /[<>{}$\s]|your|replace|example|placeholder|change|todo|x{3,}|trunk|inbound|here|_id\b|_id_/i;
const PHONE_NUMBER = /^(?:sip:)?\+?[\d\-() ]{6,}$/;

export default defineCheck({
  code: "placeholder-trunk-id",
  severity: "warning",
  title: "Trunk id that is a placeholder",
  why: `LiveKit does not look trunk ids up when a rule is created: a placeholder, a trunk's name or a phone number is
stored and matches no call, so the rule is never used. An empty list is no cure for that: it serves every trunk. Ids look like \`ST_8m3KxQv7Rt2Z\`; \`lk sip inbound list\`
shows yours.`,

  fields: ["SIPDispatchRuleInfo.trunk_ids"],
  values: "filled",

  checkField({ field, value }, report, { tree }) {
    if (tree.kind(value) !== Kind.Array) return;
    const end = tree.next(value);
    for (let item = value + 1; item < end; item = tree.next(item)) {
      if (tree.kind(item) !== Kind.String || isMadeByLiveKit(tree, item)) continue;
      const id = tree.stringValue(item);
      if (TRUNK_ID.test(id) && !MASKED.test(id)) continue;
      const shown = quoteString(id.slice(0, 60));
      if (id === "")
        report(item, "An empty trunk id stands for every trunk: the rule is not limited to the others.");
      else if (PHONE_NUMBER.test(id))
        report(
          item,
          `${shown} is a phone number; ${field.name} takes ids of trunks (ST_…), numbers has the called numbers.`,
        );
      else if (PLACEHOLDER.test(id))
        report(item, {
          message: `${shown} is a placeholder: no trunk has this id, and the rule would match no call.`,
          fixes: () =>
            tree.children(value).length > 1
              ? []
              : [
                  suggestedFix("Serve every trunk (empty list)", {
                    start: tree.start(value),
                    end: tree.end(value),
                    newText: "[]",
                  }),
                ],
        });
      else
        report(
          item,
          `${shown} is no trunk id of LiveKit (ST_ and 12 letters and digits): the rule would match no call.`,
        );
    }
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": [⟦"ST_YOUR_TRUNK_ID"⟧], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": [], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": [⟦"+15550100"⟧, ⟦"twilio"⟧, ⟦""⟧], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": ["ST_8m3KxQv7Rt2Z", "PN_PPN_4nPw9LcYb6Ha"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
  ],
});

/** Nearly every id is made by LiveKit; those are not taken out of the text to be looked at. */
function isMadeByLiveKit(tree: JsonTree, item: Node): boolean {
  const { text } = tree;
  const end = tree.closing(item);
  const start = end - CHARACTERS_OF_ID;
  if (tree.start(item) + 1 !== start - MADE_BY_LIVEKIT.length || !tree.beginsWith(item, MADE_BY_LIVEKIT))
    return false;
  let previous = 0;
  let run = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!isLetterOrDigit(unit)) return false;
    run = unit === previous ? run + 1 : 1;
    if (run > LONGEST_RUN) return false;
    previous = unit;
  }
  return true;
}
