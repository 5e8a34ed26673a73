import { suggestedFix } from "../../fixes.ts";
import { quoteString } from "../../json/strings.ts";
import { candidate, nearest } from "../../text/nearest.ts";
import { quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { viewOf } from "../places.ts";

/** What LiveKit makes (utils/guid). Anything else is the business of `placeholder-trunk-id`; `PN_…` are numbers of LiveKit Cloud. */
const TRUNK_ID = /^ST_[A-Za-z0-9]{12}$/;
const MASKED = /(.)\1{7}/;

export default definePictureCheck({
  code: "missing-trunk",
  severity: "warning",
  title: "Trunk that the project does not have",
  why: `LiveKit does not look trunk ids up when a rule is created or updated: a mistyped one, that of a deleted trunk or
of an outbound trunk is stored, and no call ever comes in on it. Reported only where all inbound trunks of the project
are known.`,

  checkRule(rule, picture, report) {
    const trunks = picture.allTrunks;
    const ids = rule.rule.trunkIds;
    if (!trunks || !ids?.some((id) => isMissing(id))) return;
    const whose = picture.project === undefined ? "The project" : `Project ${quoted(picture.project)}`;
    for (const { value, node } of viewOf(rule).strings("trunk_ids")) {
      if (!isMissing(value)) continue;
      report(node, {
        message: `${whose} has no inbound trunk ${quoted(value)}, so no call comes in on it.`,
        fixes: () => {
          const known = trunks.all.map(({ trunk: { sipTrunkId: id = "" } }) => candidate(id, id));
          const meant = nearest(value, known);
          if (meant === undefined || ids.includes(meant)) return [];
          const { tree } = viewOf(rule);
          const edit = { start: tree.start(node), end: tree.end(node), newText: quoteString(meant) };
          return [suggestedFix(`Use ${quoteString(meant)}`, edit)];
        },
      });
    }

    function isMissing(id: string): boolean {
      return trunks !== undefined && TRUNK_ID.test(id) && !MASKED.test(id) && trunks.get(id) === undefined;
    }
  },

  examples: [
    {
      bad: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": [⟦"ST_8m3KxQv7Rt2z"⟧], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] }],
      },
      fixed: {
        "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z", "PN_PPN_4nPw9LcYb6Ha"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"] }],
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
      },
    },
  ],
});
