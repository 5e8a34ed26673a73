import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";

export default defineCheck({
  code: "bare-exponent",
  severity: "error",
  title: "Exponent without digits",
  why: `\`1e\` is no number in JSON. \`lk\` happens to read it as 1; the HTTP API answers \`the json request could not be
decoded\`.`,

  syntax({ start, end }, { text }) {
    const number = text.slice(start, end).replace(/[eE][-+]?$/, "");
    return {
      message: "An exponent needs digits: the API cannot read this number.",
      fixes: [suggestedFix(`Write ${number}`, { start, end, newText: number })],
    };
  },

  examples: [
    {
      bad: `{"room_config": {"max_participants": ⟦2e⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"room_config": {"max_participants": 2}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      target: "api-create",
    },
    {
      good: `{"room_config": {"max_participants": 2e1}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      target: "api-create",
    },
  ],
});
