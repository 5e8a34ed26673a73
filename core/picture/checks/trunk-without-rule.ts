import { definePictureCheck } from "../check.ts";
import { servedNumbers } from "../support/served.ts";
import { capital, trunkWords } from "../words.ts";

export default definePictureCheck({
  code: "trunk-without-rule",
  severity: "warning",
  title: "Trunk without any rule",
  why: `A call that comes in on a trunk goes to the rules that list this trunk, and to those that list none. Where there is
neither, LiveKit refuses the call (404 from server 1.13.8 on; before, the caller hears ringing for ever). Reported for
the trunks that \`check\` is told about with \`--trunks\` or \`--project\`, and in VS Code at the trunk in the sidebar.`,

  checkTrunk({ trunk }, picture, report) {
    const served = servedNumbers(trunk, picture);
    if (!served || served.rules > 0) return;
    report({
      message: `${capital(trunkWords(trunk, picture))} has no rule: none lists it, and none lists no trunk. Its calls are refused. List it in \`trunk_ids\` of a rule.`,
    });
  },

  examples: [
    {
      badTrunk: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [
          { sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] },
          { sipTrunkId: "ST_2wJBTJUKPx68", numbers: ["+15550101"] },
        ],
        isStated: true,
      },
      trunk: "ST_2wJBTJUKPx68",
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_2wJBTJUKPx68", numbers: ["+15550101"] }],
        isStated: true,
      },
    },
  ],
});
