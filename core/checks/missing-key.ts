import { defineCheck } from "../check.ts";

export default defineCheck({
  code: "missing-key",
  severity: "error",
  title: "Value without a name",
  why: `In braces, every value has a name: \`{"roomName": "open-room"}\`. Values without names stand in square
brackets.`,

  syntax() {
    return {
      message: "A value in braces needs a name and a colon in front. A list stands in square brackets.",
    };
  },

  examples: [
    { bad: `{"rule": {⟦{⟧"dispatchRuleDirect": {"roomName": "open-room"}}}}` },
    { bad: `{"rule": {"dispatchRuleDirect": {⟦:⟧ "open-room"}}}` },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
