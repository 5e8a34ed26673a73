import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { removeChild, suggestedFix } from "../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { SyntaxProblem } from "../json/syntax.ts";
import { named } from "../text/show.ts";
import { nodeBefore } from "../json/node-at.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "missing-value",
  severity: "error",
  title: "Name without a value",
  why: `Behind a name and its colon stands a value. A field that should keep its default is left out, or set to
\`null\`, which LiveKit takes for left out.`,

  syntax(problem, { tree }) {
    const key = keyWithoutValue(tree, problem);
    // Where the name is missing as well, nobody wrote anything that could be named or taken out.
    if (key === NONE || tree.start(key) === tree.end(key)) return { message: "A value is missing here." };
    const name = named(tree.stringValue(key));
    return {
      message: `${name} has no value. Write one, or leave ${name} out.`,
      range: rangeOf(tree, key),
      fixes: () => [suggestedFix(`Remove ${name}`, removeChild(tree, parentOf(tree, key), key))],
    };
  },

  examples: [
    {
      bad: `{⟦"trunk_ids"⟧: , "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room", ⟦"pin"⟧: }}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"trunk_ids": null, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});

/** The reader puts an empty value where it misses one. */
function keyWithoutValue(tree: JsonTree, problem: SyntaxProblem): Node {
  let value = nodeBefore(tree, problem.start);
  while (value > 0 && tree.start(value) === problem.start && tree.kind(value) !== Kind.Missing) value--;
  return value > 0 && tree.kind(value) === Kind.Missing ? value - 1 : NONE;
}
