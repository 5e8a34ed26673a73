import { defineCheck } from "../check.ts";
import { safeFix } from "../fixes.ts";

export default defineCheck({
  code: "single-quotes",
  severity: "error",
  title: "Single quotes",
  why: `JSON has double quotes only. LiveKit says \`invalid value '\`.`,

  syntax({ start, end }, { text }) {
    return {
      message: "JSON wants double quotes.",
      fixes: [
        safeFix("Write double quotes", {
          start,
          end,
          newText: `"${inDoubleQuotes(text.slice(start + 1, end - 1))}"`,
        }),
      ],
    };
  },

  examples: [
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": ⟦'open-room'⟧}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "metadata": ⟦'{"owner": "O\\'Neil"}'⟧}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "metadata": "{\\"owner\\": \\"O'Neil\\"}"}`,
    },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});

/** What stood between single quotes: `\\'` needs no backslash any more, `"` needs one. */
function inDoubleQuotes(inner: string): string {
  return inner.replace(/\\[^]|"|\t/g, (part) =>
    part === "\\'" ? "'" : part === '"' ? '\\"' : part === "\t" ? "\\t" : part,
  );
}
