import { defineCheck } from "../check.ts";
import { newerEnumValue, PROTOCOL_VERSION } from "../protocol/schema.ts";
import { named, quoted } from "../text/show.ts";
import { isDropped } from "./support/dropped.ts";

export default defineCheck({
  code: "newer-value",
  severity: "warning",
  title: "Value of a newer LiveKit",
  why: `LiveKit has this value in a newer version of its protocol than the one that is checked against. A tool built
with an older one refuses it; an older server that is asked over HTTP leaves the field out without a word.`,

  decodes: ["unknown-enum-value"],
  decoded({ node, field }, document) {
    const value = document.tree.stringValue(node);
    const version = field?.enumType && newerEnumValue(field.enumType, value);
    if (!field || version === undefined) return undefined;
    const left = isDropped(document) ? " An older API leaves the field out without a word." : "";
    return {
      message: `${quoted(value)} of ${named(field.name)} is newer than LiveKit's protocol ${PROTOCOL_VERSION}: it came with ${version}.${left}`,
    };
  },

  examples: [
    {
      bad: `{"roomConfig": {"egress": {"room": {"file": {"fileType": ⟦"MCAP"⟧}}}}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"roomConfig": {"egress": {"room": {"file": {"fileType": "MP4"}}}}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});
