import type { InboundTrunk } from "../../routing/types.ts";
import { named } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { itemPlace, viewOf } from "../places.ts";
import { capital, inProject, trunkWords } from "../words.ts";

/** LiveKit's own attributes that a header overwrites; others it writes afterwards (livekit/sip, pkg/sip/inbound.go). */
const FORGEABLE = new Set([
  "sip.callID",
  "sip.trunkID",
  "sip.ruleID",
  "sip.phoneNumber",
  "sip.hostname",
  "sip.trunkPhoneNumber",
]);

export default definePictureCheck({
  code: "header-onto-sip-attribute",
  severity: "warning",
  title: "Trunk that lets callers forge LiveKit's attributes",
  why: `\`headers_to_attributes\` of a trunk copies SIP headers into attributes of the participant, over LiveKit's own. What
a caller writes into such a header then stands in \`sip.phoneNumber\` or \`sip.ruleID\`, and an agent that trusts it
is deceived. Map the header onto an attribute of your own.`,

  checkTrunk({ trunk }, picture, report) {
    const mapping = forgeable(trunk);
    if (!mapping) return;
    report({
      message: `${capital(trunkWords(trunk, picture))} copies the header ${named(mapping.header)} onto ${named(mapping.attribute)}: callers can forge it. Map it onto an attribute of your own.`,
    });
  },

  checkRule(rule, picture, report) {
    for (const id of new Set(rule.rule.trunkIds)) {
      const known = picture.trunks?.all.find(({ trunk }) => trunk.sipTrunkId === id);
      const mapping = known && known.place === undefined ? forgeable(known.trunk) : undefined;
      const item = mapping && itemPlace(viewOf(rule), "trunk_ids", id);
      if (!mapping || item === undefined) continue;
      report(item, {
        message: `This trunk${inProject(picture.project)} copies the header ${named(mapping.header)} onto ${named(mapping.attribute)}: callers of this rule can forge it. Map it onto an attribute of your own.`,
      });
    }
  },

  examples: [
    {
      badTrunk: {
        files: {},
        trunks: [
          {
            sipTrunkId: "ST_8m3KxQv7Rt2Z",
            numbers: ["+15550100"],
            headersToAttributes: { "X-Caller": "sip.phoneNumber" },
          },
        ],
      },
      trunk: "ST_8m3KxQv7Rt2Z",
    },
    {
      bad: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": [⟦"ST_8m3KxQv7Rt2Z"⟧], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [
          {
            sipTrunkId: "ST_8m3KxQv7Rt2Z",
            numbers: ["+15550100"],
            headersToAttributes: { "X-Caller": "sip.phoneNumber" },
          },
        ],
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
        },
        trunks: [
          {
            sipTrunkId: "ST_8m3KxQv7Rt2Z",
            numbers: ["+15550100"],
            headersToAttributes: { "X-Caller": "caller" },
          },
        ],
      },
    },
  ],
});

function forgeable({
  headersToAttributes = {},
}: InboundTrunk): { header: string; attribute: string } | undefined {
  for (const [header, attribute] of Object.entries(headersToAttributes))
    if (FORGEABLE.has(attribute)) return { header, attribute };
  return undefined;
}
