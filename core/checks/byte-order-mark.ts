import { defineCheck } from "../check.ts";
import { removeRange, safeFix } from "../fixes.ts";

export default defineCheck({
  code: "byte-order-mark",
  severity: "error",
  title: "Byte order mark",
  why: `Some editors, mostly on Windows, put an invisible character in front of a file ("UTF-8 with BOM"). LiveKit
says \`invalid value\` and the character. Save the file as UTF-8 without it.`,

  syntax(problem) {
    return {
      message:
        "An invisible byte order mark stands in front of the document. Save the file as UTF-8 without BOM.",
      fixes: [safeFix("Remove the byte order mark", removeRange(problem))],
    };
  },

  examples: [
    {
      bad: `⟦\ufeff⟧{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
