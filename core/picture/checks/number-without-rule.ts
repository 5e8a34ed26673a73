import { inWords, quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { itemPlace, viewOf } from "../places.ts";
import { compareRules } from "../order.ts";
import { onTrunk } from "../rule-index.ts";
import { servedNumbers } from "../support/served.ts";
import { capital, trunkWords } from "../words.ts";

const WAY_OUT = "Add to `numbers` of a rule what it shall take.";

export default definePictureCheck({
  code: "number-without-rule",
  severity: "warning",
  title: "Number that no rule serves",
  why: `A trunk takes calls to each of its numbers. Where all rules for this trunk list \`numbers\` and one of the trunk's
is in none of them, LiveKit refuses calls to it. Reported only where all rules of the project are known.`,

  checkTrunk({ trunk }, picture, report) {
    const served = servedNumbers(trunk, picture);
    if (!served || served.unserved.length === 0 || served.rules === 0) return;
    report({
      message: `No rule serves ${listed(served.unserved)} of ${trunkWords(trunk, picture)}: calls to ${served.unserved.length > 1 ? "them" : "it"} are refused. ${WAY_OUT}`,
    });
  },

  checkRule(rule, picture, report) {
    const { numbers, trunkIds } = rule.rule;
    if (!numbers?.length || !trunkIds?.length) return;
    for (const id of new Set(trunkIds)) {
      const trunk = picture.allTrunks?.get(id);
      const served = trunk && servedNumbers(trunk, picture);
      if (!served || served.unserved.length === 0) continue;
      // Said once: with the trunk where that has a place, else at the first rule in a file that lists it.
      const hasPlace = picture.trunks?.all.some((one) => one.trunk === trunk && one.place !== undefined);
      const isLater = picture.rules
        .others(rule, onTrunk(id))
        .some((other) => other.origin === "file" && compareRules(other, rule) < 0);
      const item = hasPlace === true || isLater ? undefined : itemPlace(viewOf(rule), "trunk_ids", id);
      if (item === undefined) continue;
      report(item, {
        message: `${capital(trunkWords(trunk, picture))} also has ${listed(served.unserved)}, which no rule serves: calls there are refused. ${WAY_OUT}`,
      });
    }
  },

  examples: [
    {
      badTrunk: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100", "+15550101"] }],
        isStated: true,
      },
      trunk: "ST_8m3KxQv7Rt2Z",
    },
    {
      bad: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": [⟦"ST_8m3KxQv7Rt2Z"⟧], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100", "+15550101"] }],
        deployed: [],
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100", "+15550101"] }],
      },
    },
  ],
});

function listed(numbers: readonly string[]): string {
  const rest = numbers.length - 3;
  return inWords([...numbers.slice(0, 3).map(quoted), ...(rest > 0 ? [`${rest} more`] : [])]);
}
