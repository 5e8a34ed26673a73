import { defineCheck } from "../check.ts";
import { safeFix, suggestedFix } from "../fixes.ts";
import type { Fix, Range } from "../problem.ts";
import { shown } from "../text/show.ts";

export default defineCheck({
  code: "bad-escape",
  severity: "error",
  title: "Escape that JSON does not have",
  why: `Behind a backslash JSON knows \`"\`, \`\\\`, \`/\`, \`b\`, \`f\`, \`n\`, \`r\`, \`t\`, and \`u\` with four hexadecimal
digits; half of a surrogate pair alone is none. A backslash itself is written twice. LiveKit says
\`invalid escape code\` and names the place where the string starts.`,

  syntax(problem, { text }) {
    const lineBreak = /[\r\n]/.exec(text.slice(problem.start, problem.end));
    const range = { start: problem.start, end: lineBreak ? problem.start + lineBreak.index : problem.end };
    const found = text.slice(range.start, range.end);
    if (/^\\u[0-9a-f]{4}$/i.test(found))
      return {
        message: `\`${found}\` is half of a surrogate pair; its other half is missing.`,
        range,
        fixes: [suggestedFix("Write the replacement character", { ...range, newText: "\\ufffd" })],
      };
    return {
      message: lineBreak
        ? "A string cannot go on in the next line. Write the line break as `\\n`."
        : `JSON has no escape \`${shown(found)}\`. A backslash itself is written \`\\\\\`.`,
      range,
      fixes: lineBreak ? [] : waysOut(found, range),
    };
  },

  examples: [
    {
      bad: `{"name": "It⟦\\'⟧s us", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"name": "It's us", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"metadata": "C:⟦\\d⟧ata", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"metadata": "C:\\\\data", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"name": "⟦\\ud83d⟧", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"name": "\\ufffd", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"name": "It's us \\ud83d\\ude00", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});

function waysOut(found: string, range: Range): Fix[] {
  if (found === "\\'") return [safeFix("Remove the backslash", { ...range, newText: "'" })];
  const kept = suggestedFix("Write the backslash twice", { ...range, newText: `\\${found}` });
  if (found.startsWith("\\u")) return [kept];
  return [kept, suggestedFix("Remove the backslash", { ...range, newText: found.slice(1) })];
}
