import { defineCheck } from "../check.ts";
import { insertText, safeFix } from "../fixes.ts";
import { endBefore } from "../json/node-at.ts";

export default defineCheck({
  code: "missing-comma",
  severity: "error",
  title: "Missing comma",
  why: `Members of an object and items of a list are separated by commas. LiveKit stops reading at what follows
and calls it an \`unexpected token\`, most often one line below the place that must be mended.`,

  syntax(problem, { tree }) {
    const end = endBefore(tree, problem);
    const range = { start: Math.max(0, end - 1), end };
    const hasSemicolon = tree.text[range.start] === ";";
    const fix = hasSemicolon
      ? safeFix("Write a comma", { ...range, newText: "," })
      : safeFix("Insert a comma", insertText(end, ","));
    return { message: "A comma is missing here.", range, fixes: [fix] };
  },

  examples: [
    {
      bad: `{\n  "name": "Support line⟦"⟧\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
      fixed: `{\n  "name": "Support line",\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
    },
    { good: `{"name": "Support line", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
