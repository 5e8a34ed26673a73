import { defineCheck } from "../check.ts";
import { insertText, removeRange, suggestedFix } from "../fixes.ts";
import { Flag, Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { SyntaxProblem } from "../json/syntax.ts";
import type { Fix } from "../problem.ts";
import { nodeBefore } from "../json/node-at.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "wrong-bracket",
  severity: "error",
  title: "Bracket that closes something else",
  why: `An object opened with \`{\` is closed with \`}\`, a list opened with \`[\` with \`]\`, the last opened first.
LiveKit says \`unexpected token\` and the bracket.`,

  syntax(problem, { tree }) {
    const open = openBefore(tree, problem);
    if (open === NONE) return { message: "This bracket closes nothing that is open." };
    const isList = tree.kind(open) === Kind.Array;
    const wanted = isList ? "]" : "}";
    const found = tree.text[problem.start] ?? "";
    const start = tree.start(open);
    return {
      message: `\`${found}\` stands where the ${isList ? "list" : "object"} that is open wants \`${wanted}\`.`,
      related: [{ start, end: start + 1, message: "Opened here." }],
      fixes: [fixFor(tree, open, problem, wanted)],
    };
  },

  examples: [
    {
      bad: `{"trunk_ids": ["ST_8hXkQm2vTz4a"⟦}⟧, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"trunk_ids": ["ST_8hXkQm2vTz4a"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "roomConfig": {"agents": [{"agentName": "a"⟦]⟧}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "roomConfig": {"agents": [{"agentName": "a"}]}}`,
    },
    { good: `{"trunk_ids": ["ST_8hXkQm2vTz4a"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});

/** The innermost container that was open when the bracket came. */
function openBefore(tree: JsonTree, { start }: SyntaxProblem): Node {
  let node = nodeBefore(tree, start);
  // Where thousands of brackets are wrong, it does not matter which one.
  for (let steps = 0; steps < 1000; steps++) {
    if (node === NONE || isOpenAt(tree, node, start)) return node;
    node = parentOf(tree, node);
  }
  return NONE;
}

function isOpenAt(tree: JsonTree, node: Node, offset: number): boolean {
  if (!tree.isContainer(node) || tree.start(node) >= offset) return false;
  return tree.end(node) > offset || (tree.end(node) === offset && tree.has(node, Flag.Unclosed));
}

function isClosedBy(tree: JsonTree, open: Node, { start }: SyntaxProblem): boolean {
  return tree.has(open, Flag.Unclosed) && tree.end(open) === start;
}

/** The reader took the bracket for that of something further out, or for one too many; the rest tells if it was. */
function fixFor(tree: JsonTree, open: Node, problem: SyntaxProblem, wanted: string): Fix {
  const { start, end } = problem;
  const last = tree.problems.at(-1)?.kind;
  const isForOuter = isClosedBy(tree, open, problem);
  if (last === (isForOuter ? "trailing-content" : "unexpected-end"))
    return suggestedFix(`Write \`${wanted}\` instead`, { start, end, newText: wanted });
  return isForOuter
    ? suggestedFix(`Insert \`${wanted}\` in front`, insertText(start, wanted))
    : suggestedFix("Remove the bracket", removeRange(problem));
}
