import { suggestedFix } from "../../fixes.ts";
import { quoteString } from "../../json/strings.ts";
import { quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { itemPlace, viewOf } from "../places.ts";
import { trunkWords } from "../words.ts";

/** As carriers send numbers. What looks otherwise in a trunk says nothing about them. */
const PLAIN = /^\+?\d+$/;

export default definePictureCheck({
  code: "number-unlike-trunk",
  severity: "warning",
  title: "Number that the trunk has in another format",
  why: `LiveKit compares the numbers of a trunk whatever their format: \`15550100\` and \`+1 (555) 0100\` are one. It
compares the numbers of a rule byte for byte with what the carrier sends. A rule whose number differs from the trunk's
only in the plus sign is right only if the carrier really sends it so: look at a call in the log. A rule cannot list
both, because LiveKit's check for conflicts takes them for one.`,

  checkRule(rule, picture, report) {
    const { trunks } = picture;
    const { numbers } = rule.rule;
    if (!trunks || !numbers?.length) return;
    for (const number of new Set(numbers)) {
      // Other formats match no call at all: `number-format` says so.
      if (!PLAIN.test(number)) continue;
      const owners = trunks.having(number, rule.rule);
      const [owner] = owners;
      if (!owner || owners.some((one) => one.number === number || !PLAIN.test(one.number))) continue;
      const view = viewOf(rule);
      const item = itemPlace(view, "numbers", number);
      if (item === undefined) continue;
      report(item, {
        message: `${trunkWords(owner.trunk, picture).replace(/^t/, "T")} has this number as ${quoted(owner.number)}. A rule's number is compared byte for byte: it fits only if the carrier sends ${quoted(number)}.`,
        fixes: () => {
          if (numbers.includes(owner.number)) return [];
          const newText = quoteString(owner.number);
          const edit = { start: view.tree.start(item), end: view.tree.end(item), newText };
          return [suggestedFix(`Use ${newText}, as the trunk has it`, edit)];
        },
      });
    }
  },

  examples: [
    {
      bad: {
        files: {
          "rule.json": `{"dispatch_rule": {"numbers": [⟦"15550100"⟧, "+15550101"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100", "+15550101"] }],
      },
      fixed: {
        "rule.json": `{"dispatch_rule": {"numbers": ["+15550100", "+15550101"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"numbers": ["+15550100", "15550177"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100", "+1 (555) 0177"] }],
      },
    },
  ],
});
