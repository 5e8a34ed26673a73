import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { replaceNode, safeFix, suggestedFix } from "../fixes.ts";
import { Flag, Kind, type JsonTree, type Node } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { isWholeValue } from "./support/expected.ts";
import { escapeJsonText, minified } from "./support/json-in-string.ts";
import { kindWords } from "./support/words.ts";

export default defineCheck({
  code: "metadata-not-a-string",
  severity: "error",
  title: "Metadata that is no string",
  why: `Metadata is a string for LiveKit, and so is every value of \`attributes\` and \`tags\`. JSON in it is written
with escaped quotes, \`"{\\"is_internal\\": true}"\`; LiveKit hands it on as it stands. An object, a list, a number or
\`true\` is refused.`,

  decodes: ["wrong-type"],
  decoded({ node, field }, { tree }) {
    const isMetadata = field?.name === "metadata" && field.kind === "string" && !field.isMap;
    const isMapValue = field?.isMap === true && !isWholeValue(tree, node, field);
    if ((!isMetadata && !isMapValue) || tree.kind(node) === Kind.Null) return undefined;
    const what = isMetadata ? "Metadata" : "Each value here";
    const way = tree.isContainer(node)
      ? "Write its JSON as a string, with escaped quotes."
      : "Put it in quotes.";
    return {
      message: `${what} is a string for LiveKit, and this is ${kindWords(tree, node)}. ${way}`,
      fixes: () => asString(tree, node),
    };
  },

  examples: [
    {
      bad: `{"metadata": ⟦{"is_internal": true}⟧, "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
      fixed: `{"metadata": "{\\"is_internal\\": true}", "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
    },
    {
      bad: `{\n  "metadata": ⟦{\n    "path": "C:\\\\calls",\n    "ids": [1, 2]\n  }⟧,\n  "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}\n}`,
      fixed: `{\n  "metadata": "{\\"path\\":\\"C:\\\\\\\\calls\\",\\"ids\\":[1,2]}",\n  "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}\n}`,
    },
    {
      bad: `{"attributes": {"vip": ⟦true⟧, "level": ⟦3⟧}, "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
      fixed: `{"attributes": {"vip": "true", "level": 3}, "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
    },
    {
      good: `{"metadata": "{\\"is_internal\\": true}", "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
    },
  ],
});

/** What stands there, as the content of a string; on several lines without the white space. */
function asString(tree: JsonTree, node: Node): Fix[] {
  const { start, end } = rangeOf(tree, node);
  if (tree.has(node, Flag.Unclosed)) return [];
  const raw = tree.raw(node);
  const content = /[\r\n]/.test(raw) ? minified(raw) : raw;
  // In text that is no JSON the string would be none either.
  const isWhole = !tree.problems.some((problem) => problem.start < end && problem.end > start);
  const title = tree.isContainer(node) ? "Write it as a JSON string" : "Put it in quotes";
  const edit = replaceNode(tree, node, `"${escapeJsonText(content)}"`);
  return [(isWhole && tree.kind(node) !== Kind.Invalid ? safeFix : suggestedFix)(title, edit)];
}
