import type { Finding } from "../check.ts";
import { defineCheck } from "../check.ts";
import { removeRange, suggestedFix } from "../fixes.ts";
import { Kind, NONE, type JsonTree } from "../json/tree.ts";
import type { SyntaxProblem } from "../json/syntax.ts";
import { named } from "../text/show.ts";
import { meaningOf, removeLineFrom } from "./support/odd-value.ts";
import { escapeQuotes, stringEndingAt } from "./support/unescaped-quotes.ts";

export default defineCheck({
  code: "invalid-value",
  severity: "error",
  title: "Something that is no JSON value",
  why: `JSON values are objects, lists, strings in double quotes, numbers, \`true\`, \`false\` and \`null\`, all lower
case. LiveKit says \`invalid value\` and the word. A number has no zero, plus sign or point in front; a PIN that
starts with a zero is a string, \`"0123"\`. A quote inside a string is written \`\\"\`.`,

  syntax(problem, { tree }) {
    const { text } = tree;
    const word = text.slice(problem.start, Math.min(problem.end, problem.start + 200));
    if (tree.kind(0) === Kind.Missing || problem.start < tree.start(0))
      return beforeTheDocument(tree, problem);
    const string = stringEndingAt(tree, problem.start);
    if (string !== NONE && !word.startsWith(";"))
      return {
        message: 'The string ends in front of this. A quote inside a string is written `\\"`.',
        fixes: () => {
          const edit = escapeQuotes(tree, string);
          return edit ? [suggestedFix("Escape the quotes inside the string", edit)] : [];
        },
      };
    const meaning = meaningOf(tree, problem, word);
    if (meaning) return meaning;
    if (word.startsWith("#"))
      return { message: "JSON has no comments.", fixes: [removeLineFrom(text, problem.start)] };
    return { message: `${named(word)} is not valid JSON.` };
  },

  examples: [
    {
      bad: `{"rule": {"dispatchRuleCallee": {"randomize": ⟦True⟧}}}`,
      fixed: `{"rule": {"dispatchRuleCallee": {"randomize": true}}}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": ⟦open-room⟧}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": ⟦0123⟧}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": "0123"}}}`,
    },
    {
      bad: `{"metadata": "{"⟦is_internal⟧": true}", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"metadata": "{\\"is_internal\\": true}", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"trunk_ids": [],⟦\u00a0⟧"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"trunk_ids": [], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": "0123"}}}` },
  ],
});

function beforeTheDocument(tree: JsonTree, { start }: SyntaxProblem): Finding {
  const message = "A dispatch rule is a JSON object and starts with `{`.";
  if (tree.kind(0) !== Kind.Object) return { message };
  const fix = suggestedFix("Remove what stands in front", removeRange({ start, end: tree.start(0) }));
  return { message, fixes: [fix] };
}
