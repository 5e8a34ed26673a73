import { suggestedFix } from "../../fixes.ts";
import { named, quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { viewOf } from "../places.ts";
import { moveToNumbers } from "../support/move-number.ts";
import { trunkWords } from "../words.ts";

export default definePictureCheck({
  code: "called-number-as-caller",
  severity: "warning",
  title: "Called number among the calling ones",
  why: `\`inbound_numbers\` are the numbers of callers, in spite of their name; the numbers that are called stand in
\`numbers\`. A number of one's own trunk in \`inbound_numbers\` lets in only calls that come *from* that number, which
hardly ever happens: the rule is never used.`,

  checkRule(rule, picture, report) {
    const { trunks } = picture;
    const { inboundNumbers, numbers = [] } = rule.rule;
    if (!trunks || !inboundNumbers?.length) return;
    for (const number of new Set(inboundNumbers)) {
      const [owner] = trunks.having(number, rule.rule);
      if (!owner || numbers.includes(number)) continue;
      const view = viewOf(rule);
      const item = view.strings("inbound_numbers").find(({ value }) => value === number)?.node;
      if (item === undefined) continue;
      report(item, {
        message: `${quoted(number)} is a number of ${trunkWords(owner.trunk, picture)}, so calls go to it; ${named("inbound_numbers")} has the numbers that calls come from.`,
        fixes: () => {
          const edits = moveToNumbers(view, item, number);
          return edits ? [suggestedFix("Move it to `numbers`", ...edits)] : [];
        },
      });
    }
  },

  examples: [
    {
      bad: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "inbound_numbers": [⟦"+15550100"⟧, "+15550199"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", name: "Carrier", numbers: ["+1 (555) 0100"] }],
      },
      fixed: {
        "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "inbound_numbers": ["+15550199"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}, "numbers": ["+15550100"]}}`,
      },
    },
    {
      bad: {
        files: {
          "rule.json": `{"dispatch_rule": {"inbound_numbers": [⟦"+15550100"⟧], "numbers": ["+15550101"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100", "+15550101"] }],
      },
      fixed: {
        "rule.json": `{"dispatch_rule": {"inbound_numbers": [], "numbers": ["+15550101", "+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_4nPw9LcYb6Ha"], "inbound_numbers": ["+15550100", "+15550177"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] }],
      },
    },
  ],
});
