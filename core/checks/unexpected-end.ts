import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import { named } from "../text/show.ts";
import { closeDocument, openAtEnd } from "./support/closers.ts";

export default defineCheck({
  code: "unexpected-end",
  severity: "error",
  title: "End of the file in the middle",
  why: `Something that was opened is not closed: a bracket is missing, or the rest of the file is. LiveKit says
\`unexpected EOF\` and gives no place. The fix closes what is open and is never applied without asking, for the rest
may be what was lost.`,

  syntax(problem, { tree }) {
    const container = openAtEnd(tree).at(-1) ?? NONE;
    const cut = keyWithoutValue(tree);
    const fixes = () => {
      const edits = closeDocument(tree);
      return edits ? [suggestedFix("Close what is open", ...edits)] : [];
    };
    return {
      message:
        cut === NONE
          ? `The file ends before \`${closerOf(tree, container)}\`. Close what is open, or look for what is lost.`
          : `The file ends behind ${named(tree.stringValue(cut))}, which has no value yet.`,
      range: cut === NONE ? problem : { start: tree.start(cut), end: tree.end(cut) },
      fixes,
      related: container === NONE ? [] : [{ ...opening(tree, container), message: "Opened here." }],
    };
  },

  examples: [
    {
      bad: `{\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"⟦}⟧`,
      fixed: `{\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
    },
    {
      bad: `{"trunk_ids": ["ST_8hXkQm2vTz4a"⟦,⟧`,
      fixed: `{"trunk_ids": ["ST_8hXkQm2vTz4a"]}`,
    },
    { bad: `{"trunk_ids": [], ⟦"rule"⟧: ` },
    {
      good: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
  ],
});

/** The key that is the last thing in the text. */
function keyWithoutValue(tree: JsonTree): Node {
  const last = tree.size - 1;
  const isKey = tree.kind(last) === Kind.Missing && last > 0 && tree.kind(last - 1) === Kind.Key;
  return isKey && tree.end(last) === tree.text.length && tree.end(last - 1) > tree.start(last - 1)
    ? last - 1
    : NONE;
}

function closerOf(tree: JsonTree, container: Node): string {
  return container !== NONE && tree.kind(container) === Kind.Array ? "]" : "}";
}

function opening(tree: JsonTree, container: Node): { start: number; end: number } {
  return { start: tree.start(container), end: tree.start(container) + 1 };
}
