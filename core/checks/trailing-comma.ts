import { defineCheck } from "../check.ts";
import { safeFix } from "../fixes.ts";

export default defineCheck({
  code: "trailing-comma",
  severity: "error",
  title: "Trailing comma",
  why: `JSON has no comma behind the last member of an object or the last item of a list. LiveKit stops reading at
the bracket that follows it.`,

  syntax({ start, end }) {
    return {
      message: "JSON allows no comma behind the last member. Remove it.",
      fixes: [safeFix("Remove the comma", { start, end, newText: "" })],
    };
  },

  examples: [
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}⟦,⟧}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});
