import { defineCheck } from "../check.ts";
import { safeFix } from "../fixes.ts";

export default defineCheck({
  code: "control-character",
  severity: "error",
  title: "Control character in a string",
  why: `Tabs and other control characters must be escaped inside a JSON string: a tab is \`\\t\`. LiveKit says
\`invalid character '\\t' in string\` and names the place where the string starts.`,

  syntax({ start, end }, { text }) {
    const escaped = JSON.stringify(text.slice(start, end)).slice(1, -1);
    const what = escaped === "\\t" ? "A tab" : "This control character";
    return {
      message: `${what} must be written \`${escaped}\` inside a string.`,
      fixes: [safeFix(`Write \`${escaped}\``, { start, end, newText: escaped })],
    };
  },

  examples: [
    {
      bad: `{"name": "Support⟦\t⟧line", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"name": "Support\\tline", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"name": "Support\\tline", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
