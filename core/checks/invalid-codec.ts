import { defineCheck } from "../check.ts";
import { insertMember, removeChild, replaceNode, safeFix, suggestedFix } from "../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import { quoteString } from "../json/strings.ts";
import type { Fix } from "../problem.ts";
import { keyOf } from "../protocol/fields.ts";
import { fieldNamed } from "../protocol/schema.ts";
import { quoted } from "../text/show.ts";
import { parentOf } from "../json/parents.ts";

const RATE = fieldNamed("SIPCodec.rate");

export default defineCheck({
  code: "invalid-codec",
  severity: "error",
  title: "Codec name that LiveKit refuses",
  why: `A codec has a \`name\` such as \`PCMU\`, in any case, without blanks and without \`/\`; its clock rate stands in
\`rate\`. What SDP writes as \`PCMU/8000\` is \`{"name": "PCMU", "rate": 8000}\`.`,

  refuses: ["invalid-codec"],
  refused({ node }, { tree }) {
    const isName = tree.kind(node - 1) === Kind.Key;
    // A codec or a name of another type is said as such.
    if (tree.kind(node) !== (isName ? Kind.String : Kind.Object)) return undefined;
    if (!isName)
      return {
        message: "A codec needs a `name`, such as PCMU.",
        range: { start: tree.start(node), end: tree.start(node) + 1 },
        fixes: () => [suggestedFix("Remove the codec", removeChild(tree, parentOf(tree, node), node))],
      };
    const name = tree.stringValue(node);
    return {
      message:
        name === ""
          ? "A codec needs a name, such as PCMU."
          : /[ \t\r\n]/.test(name)
            ? `The codec name ${quoted(name)} holds a blank.`
            : `The codec name ${quoted(name)} holds a \`/\`: write the clock rate into \`rate\`.`,
      fixes: () => waysOut(tree, node, name),
    };
  },

  examples: [
    {
      bad: `{"media": {"codecs": [{"name": ⟦"PCMU/8000"⟧}]}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"media": {"codecs": [{"name": "PCMU", "rate": 8000}]}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"media": {"codecs": [{"name": ⟦" PCMU"⟧, "rate": 8000}]}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"media": {"codecs": [{"name": "PCMU", "rate": 8000}]}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"media": {"codecs": [⟦{⟧"rate": 8000}]}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"media": {"codecs": []}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"media": {"codecs": [{"name": "PCMU", "rate": 8000}]}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});

function waysOut(tree: JsonTree, node: Node, name: string): Fix[] {
  const trimmed = name.replace(/[ \t\r\n]/g, "");
  if (trimmed !== name)
    return trimmed === ""
      ? []
      : [safeFix("Remove the blanks", replaceNode(tree, node, quoteString(trimmed)))];
  const [codec = "", rate = ""] = name.split("/");
  if (codec === "") return [];
  const object = parentOf(tree, node);
  const shorter = replaceNode(tree, node, quoteString(codec));
  const hasRate = keyOf(tree, object, RATE) !== NONE || !/^[1-9]\d{3,5}$/.test(rate);
  return [
    hasRate
      ? suggestedFix(`Write "${codec}"`, shorter)
      : safeFix("Write the clock rate into `rate`", shorter, insertMember(tree, object, "rate", rate)),
  ];
}
