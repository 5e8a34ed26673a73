import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";

const RULE = `"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}`;

export default defineCheck({
  code: "empty",
  severity: "error",
  title: "Empty file",
  why: `A dispatch rule is a JSON object. Given an empty file, \`lk\` says \`unexpected token\` and names nothing.`,

  syntax(_, { text, plan }) {
    const isBare = plan?.reader === "lk-update";
    const newText = isBare ? `{${RULE}}\n` : `{"dispatch_rule": {${RULE}}}\n`;
    return {
      message: "The file is empty. A dispatch rule is a JSON object.",
      fixes: [
        suggestedFix("Write a rule with a room for each caller", { start: 0, end: text.length, newText }),
      ],
    };
  },

  examples: [
    {
      bad: `⟦⟧`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}\n`,
      target: "lk-create",
    },
    {
      bad: `⟦ \n⟧`,
      fixed: `{"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}\n`,
      target: "lk-update",
    },
    {
      good: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "lk-create",
    },
  ],
});
