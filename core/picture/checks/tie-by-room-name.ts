import { compareBytes } from "../../routing/byte-order.ts";
import { tieBreaker } from "../../routing/rule/priority.ts";
import { quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { relatedRule, roomPlace, viewOf } from "../places.ts";
import { onlyList, tying } from "../rule-index.ts";
import { mayShareCalls } from "../support/overlap.ts";
import { isOnTrunk } from "../support/weight.ts";
import { ruleWords } from "../words.ts";

export default definePictureCheck({
  code: "tie-by-room-name",
  severity: "warning",
  title: "Rules between which the room's name decides",
  why: `LiveKit weighs whether a rule has a PIN, its kind, and how many of \`numbers\` and \`inbound_numbers\` it lists;
each of the two counts the same. A rule for a called number and one for a calling number weigh the same, so for a call
that fits both the smaller room name or prefix wins, compared byte by byte (\`Z-room\` before \`a-room\`). Renaming a
room changes where calls go. Give one of the rules both lists.`,

  checkRule(rule, picture, report) {
    const list = onlyList(rule.rule.inboundNumbers, rule.rule.numbers);
    if (!list) return;
    const otherList = list === "numbers" ? "inboundNumbers" : "numbers";
    const trunkIds = isOnTrunk(rule.rule) ? (rule.rule.trunkIds ?? []) : [""];
    const own = tieBreaker(rule.rule);
    const others = [
      ...new Set(trunkIds.flatMap((id) => picture.rules.others(rule, tying(id, otherList, rule.rule)))),
    ].filter((other) => tieBreaker(other.rule) !== own && mayShareCalls(rule.rule, other.rule, picture));
    const [first] = others;
    if (!first) return;
    const theirs = tieBreaker(first.rule);
    const [winner, loser] = compareBytes(own, theirs) < 0 ? [own, theirs] : [theirs, own];
    report(roomPlace(viewOf(rule)), {
      message: `For a call that also fits ${ruleWords(first, rule.file)} both weigh the same, so the room's name decides: ${quoted(winner)} comes before ${quoted(loser)}. Give the one that should win both lists.`,
      beside: others,
      related: others
        .slice(0, 10)
        .map((other) => relatedRule(other, "This rule weighs the same.", rule.file, roomPlace)),
    });
  },

  examples: [
    {
      bad: {
        files: {
          "sales.json": `{"dispatch_rule": {"numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": ⟦"sales"⟧}}}}`,
          "vip.json": `{"dispatch_rule": {"inbound_numbers": ["+15550199"], "rule": {"dispatchRuleDirect": {"roomName": ⟦"vip"⟧}}}}`,
        },
      },
    },
    {
      good: {
        files: {
          "sales.json": `{"dispatch_rule": {"numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
          "vip.json": `{"dispatch_rule": {"numbers": ["+15550100"], "inbound_numbers": ["+15550199"], "rule": {"dispatchRuleDirect": {"roomName": "vip"}}}}`,
        },
      },
    },
  ],
});
