import { defineCheck } from "../check.ts";

const LEVELS = 10_000;

export default defineCheck({
  code: "too-deep",
  severity: "error",
  title: "More levels than the API reads",
  why: `The HTTP API reads ${LEVELS} objects and lists inside one another, even in fields that it ignores; to a deeper
document it answers \`the json request could not be decoded\`. No field of a dispatch rule comes near it.`,

  syntax() {
    return { message: `This stands more than ${LEVELS} levels deep; the API cannot read such a document.` };
  },

  examples: [
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "extra": ${"[".repeat(LEVELS - 1)}⟦[⟧${"]".repeat(LEVELS)}}`,
      target: "api-create",
    },
    {
      good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "extra": [[[]]]}`,
      target: "api-create",
    },
  ],
});
