import { defineCheck } from "../check.ts";
import { insertText, safeFix, suggestedFix } from "../fixes.ts";
import type { SyntaxProblem } from "../json/syntax.ts";
import { Kind, type JsonTree } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { closersFor, openAtEnd } from "./support/closers.ts";
import { nodeBefore } from "../json/node-at.ts";

/** Longer strings swallowed more than one value, and a quote at their end mends nothing. */
const LONGEST = 2000;

export default defineCheck({
  code: "unclosed-string",
  severity: "error",
  title: "String without its closing quote",
  why: `A JSON string ends on its line. LiveKit reads on to the next quote or to the end of the file, and says
\`invalid character '\\n' in string\` or \`unexpected EOF\`. A line break inside a string is written \`\\n\`.`,

  syntax(problem, { tree }) {
    return {
      message: "This string has no closing quote.",
      fixes: () => closings(tree, problem),
    };
  },

  examples: [
    {
      bad: `{\n  "name": ⟦"Support line⟧,\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
      fixed: `{\n  "name": "Support line",\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": ⟦"open-room}}}⟧`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "metadata": "two\\nlines"}` },
  ],
});

function closings(tree: JsonTree, { start, end }: SyntaxProblem): Fix[] {
  const { text } = tree;
  if (end - start > LONGEST) return [];
  const inner = text.slice(start + 1, end);
  const tail = /[\s,}\]]*$/.exec(inner)?.[0] ?? "";
  const at = end - tail.length;
  // Behind a lone backslash the quote would be one inside the string.
  if (/(?<!\\)(?:\\\\)*\\$/.test(text.slice(start, at))) return [];
  const title = "Close the string";
  if (end < text.length) {
    const isWhole = !/[:,{[]/.test(inner.slice(0, inner.length - tail.length)) && !/[}\]]/.test(tail);
    return [(isWhole ? safeFix : suggestedFix)(title, insertText(at, '"'))];
  }
  const isValue = tree.kind(nodeBefore(tree, start)) === Kind.String;
  const closers = isValue && tail.trim() === "" ? closersFor(tree, openAtEnd(tree), at) : "";
  return [suggestedFix(title, insertText(at, `"${closers}`))];
}
