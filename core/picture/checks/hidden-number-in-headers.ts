import type { InboundTrunk } from "../../routing/types.ts";
import { named } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { kindPlace, viewOf } from "../places.ts";
import { capital, trunkWords } from "../words.ts";

/** Headers in which carriers send the calling number. */
const WITH_NUMBER = /^(?:from|p-asserted-identity|p-preferred-identity|remote-party-id)$/i;

export default definePictureCheck({
  code: "hidden-number-in-headers",
  severity: "warning",
  title: "Hidden number that a trunk's headers show",
  why: `\`hide_phone_number\` keeps the calling number out of identity, name, room and LiveKit's own attributes. A trunk with
\`include_headers: SIP_ALL_HEADERS\`, or one that copies the header \`From\` into an attribute, puts it back: it stands
in \`sip.h.from\`, for everybody in the room to read.`,

  checkRule(rule, picture, report) {
    if (rule.rule.hidePhoneNumber !== true) return;
    for (const trunk of picture.trunks?.of(rule.rule) ?? []) {
      const attribute = showing(trunk);
      if (attribute === undefined) continue;
      const view = viewOf(rule);
      report(view.get("hide_phone_number")?.value ?? kindPlace(view), {
        message: `${capital(trunkWords(trunk, picture))} puts the number of the caller into the attribute ${named(attribute)}, although this rule hides it. Let the trunk pass on fewer headers.`,
      });
      return;
    }
  },

  examples: [
    {
      bad: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "hide_phone_number": ⟦true⟧, "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
        },
        trunks: [
          { sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"], includeHeaders: "SIP_ALL_HEADERS" },
        ],
      },
    },
    {
      good: {
        files: {
          "rule.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "hide_phone_number": true, "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
        },
        trunks: [{ sipTrunkId: "ST_8m3KxQv7Rt2Z", numbers: ["+15550100"], includeHeaders: "SIP_X_HEADERS" }],
      },
    },
  ],
});

/** The attribute in which the number shows. */
function showing({ includeHeaders, headersToAttributes = {} }: InboundTrunk): string | undefined {
  if (includeHeaders === "SIP_ALL_HEADERS") return "sip.h.from";
  return Object.entries(headersToAttributes).find(([header]) => WITH_NUMBER.test(header))?.[1];
}
