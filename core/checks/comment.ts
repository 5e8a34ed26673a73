import { defineCheck } from "../check.ts";
import { removeRange, safeFix, suggestedFix } from "../fixes.ts";
import type { Range } from "../problem.ts";
import { firstLineBreak, startsLine } from "../rules/convert/lines.ts";

export default defineCheck({
  code: "comment",
  severity: "error",
  title: "Comment",
  why: `JSON has no comments. LiveKit says \`invalid value /\`. A field such as \`_comment\` does not help either:
\`lk\` refuses fields that it does not know. What must be said about a rule can go into its \`name\`, or into a file
beside it.`,

  syntax(problem, { text }) {
    const range = withoutLineBreak(text, problem);
    const isOpen =
      text.startsWith("/*", range.start) && !/^\/\*[^]*\*\/$/.test(text.slice(range.start, range.end));
    return {
      message: isOpen ? "JSON has no comments, and this one has no end." : "JSON has no comments. Remove it.",
      range,
      fixes: [
        isOpen
          ? suggestedFix("Remove all from here", removeRange(range))
          : safeFix("Remove the comment", removeRange(withItsLine(text, range))),
      ],
    };
  },

  examples: [
    {
      bad: `{\n  ⟦// all callers meet in one room⟧\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
      fixed: `{\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room" ⟦/* one room */⟧}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"name": "all callers meet in one room", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});

/** A comment to the end of a line that ends with CR LF. */
function withoutLineBreak(text: string, { start, end }: Range): Range {
  return { start, end: text[end - 1] === "\r" && text.startsWith("//", start) ? end - 1 : end };
}

/** The blanks in front as well; the whole line where nothing else stands on it. */
function withItsLine(text: string, { start, end }: Range): Range {
  let from = start;
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from--;
  if (!startsLine(text, start)) return { start: from, end };
  let behind = end;
  while (text[behind] === " " || text[behind] === "\t") behind++;
  const lineBreak = firstLineBreak(text, behind, behind + 1);
  return lineBreak === undefined ? { start, end } : { start: from, end: behind + lineBreak.length };
}
