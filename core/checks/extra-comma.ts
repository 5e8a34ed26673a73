import { defineCheck } from "../check.ts";
import { removeRange, safeFix } from "../fixes.ts";

export default defineCheck({
  code: "extra-comma",
  severity: "error",
  title: "Comma with nothing in front",
  why: `A comma stands between two values. LiveKit calls one that does not an \`unexpected token\`.`,

  syntax(problem) {
    return {
      message: "There is nothing in front of this comma that it could separate. Remove it.",
      fixes: [safeFix("Remove the comma", removeRange(problem))],
    };
  },

  examples: [
    {
      bad: `{"trunk_ids": [],⟦,⟧ "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"trunk_ids": [], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"trunk_ids": [], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
