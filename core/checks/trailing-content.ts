import { defineCheck } from "../check.ts";
import { removeRange, safeFix, suggestedFix } from "../fixes.ts";
import { skipBlankBack } from "../json/blank.ts";

export default defineCheck({
  code: "trailing-content",
  severity: "error",
  title: "More text behind the document",
  why: `A file holds one JSON value. \`lk\` calls what follows it an \`unexpected token\`; the HTTP API takes the
first value and does not look at the rest.`,

  syntax({ start }, { text }) {
    const end = skipBlankBack(text, text.length);
    const rest = text.slice(start, Math.min(end, start + 200));
    const isOnlyClosers = end - start <= 200 && /^[\s,}\]]*$/.test(rest);
    const first = /^[^\r\n]*/.exec(rest)?.[0].trimEnd() ?? "";
    const whole = { start, end };
    return {
      message: isOnlyClosers
        ? "The document ends before this; nothing is open that it could close."
        : rest.startsWith("{")
          ? "The document ends before this. A file holds one rule."
          : "The document ends before this.",
      range: { start, end: start + Math.max(1, first.length) },
      fixes: [
        isOnlyClosers
          ? safeFix("Remove it", removeRange(whole))
          : suggestedFix("Remove all that follows", removeRange(whole)),
      ],
    };
  },

  examples: [
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}⟦}⟧\n`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}\n`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "a"}}}\n⟦{"rule": {"dispatchRuleDirect": {"roomName": "b"}}}⟧\n`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "a"}}}\n\n`,
    },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}\n` },
  ],
});
