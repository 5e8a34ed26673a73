import { defineCheck } from "../check.ts";
import { replaceNode, safeFix, suggestedFix } from "../fixes.ts";
import { quoteString } from "../json/strings.ts";
import type { EnumType } from "../protocol/schema.ts";
import { newerEnumValue } from "../protocol/schema.ts";
import { candidate, nearest, plainName } from "../text/nearest.ts";
import { inWords, quoted } from "../text/show.ts";
import { isDropped } from "./support/dropped.ts";

export default defineCheck({
  code: "unknown-enum-value",
  severity: "warning",
  title: "Value that LiveKit does not know",
  why: `Some fields take one of a few names, written in full and in upper case: \`SIP_MEDIA_ENCRYPT_ALLOW\`, not
\`allow\`. \`lk\` refuses any other name; the HTTP API leaves the field out without a word. LiveKit also takes the
value's number, but not as a string.`,

  decodes: ["unknown-enum-value"],
  decoded({ node, field }, document) {
    const { tree } = document;
    const type = field?.enumType;
    const value = tree.stringValue(node);
    if (!field || !type || newerEnumValue(type, value)) return undefined;
    const names = [...type.values.keys()];
    const meant = meantBy(type, value);
    const left = isDropped(document) ? " The API leaves the field out without a word." : "";
    const write = (name: string) =>
      (name === meant?.name && meant.isCertain && !isDropped(document) ? safeFix : suggestedFix)(
        `Write "${name}"`,
        replaceNode(tree, node, quoteString(name)),
      );
    const rest = names.length > 4 ? [] : names.filter((name) => name !== meant?.name);
    return {
      message: `\`${field.name}\` has no value ${quoted(value)}. ${meant ? `Did you mean ${meant.name}?` : `It takes ${inWords(names, "or")}.`}${left}`,
      fixes: () => [...(meant ? [meant.name] : []), ...rest].map(write),
    };
  },

  examples: [
    {
      bad: `{"media": {"encryption": ⟦"allow"⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"media": {"encryption": "SIP_MEDIA_ENCRYPT_ALLOW"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"media": {"encryption": ⟦"2"⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"media": {"encryption": "SIP_MEDIA_ENCRYPT_REQUIRE"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"media": {"encryption": "SIP_MEDIA_ENCRYPT_ALLOW"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});

/** The name with other case or separators, or its end, or its number in quotes; else one that is near. */
function meantBy(type: EnumType, value: string): { name: string; isCertain: boolean } | undefined {
  const names = [...type.values.keys()];
  const shared = sharedStart(names);
  const plain = plainName(value.slice(0, 100));
  const byNumber = names.filter((name) => String(type.values.get(name)) === value);
  const bySpelling = names.filter((name) =>
    [name, name.slice(shared)].some((each) => plainName(each) === plain),
  );
  for (const found of [byNumber, bySpelling])
    if (found.length === 1 && found[0] !== undefined) return { name: found[0], isCertain: true };
  const spellings = names.flatMap((name) => [candidate(name, name), candidate(name.slice(shared), name)]);
  const name = nearest(value, spellings);
  return name === undefined ? undefined : { name, isCertain: false };
}

/** Length of what all names begin with, up to a `_`: `SIP_MEDIA_ENCRYPT_`. */
function sharedStart([first = "", ...others]: readonly string[]): number {
  let length = first.lastIndexOf("_") + 1;
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length))))
    length = first.lastIndexOf("_", length - 2) + 1;
  return length;
}
