import { defineCheck } from "../check.ts";
import { insertText, safeFix } from "../fixes.ts";
import { endBefore } from "./support/node-at.ts";

export default defineCheck({
  code: "missing-comma",
  severity: "error",
  title: "Missing comma",
  why: `Members of an object and items of a list are separated by commas. LiveKit stops reading at what follows
and calls it an \`unexpected token\`, most often one line below the place that must be mended.`,

  syntax(problem, { tree }) {
    const end = endBefore(tree, problem);
    return {
      message: "A comma is missing here.",
      range: { start: Math.max(0, end - 1), end },
      fixes: [safeFix("Insert a comma", insertText(end, ","))],
    };
  },

  examples: [
    {
      bad: `{\n  "name": "Support line⟦"⟧\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
      fixed: `{\n  "name": "Support line",\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
    },
    { good: `{"name": "Support line", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
