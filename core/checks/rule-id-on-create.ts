import { defineCheck } from "../check.ts";
import { removeChild, suggestedFix } from "../fixes.ts";
import { convertTo } from "../rules/convert.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "rule-id-on-create",
  severity: "error",
  title: "Id in a rule to be created",
  why: `The server chooses the id of a new rule and refuses a create request that holds one with
\`rule id must not be set\`. A rule that was listed and is to be changed goes to \`lk sip dispatch update\`, without
\`dispatch_rule\` around it; its id is then used.`,

  refuses: ["rule-id-on-create"],
  refused({ node }, document) {
    const { tree } = document;
    return {
      message: "The server chooses the id of a new rule. Leave it out, or update the rule that has this id.",
      range: { start: tree.start(node - 1), end: tree.end(node) },
      fixes: () => {
        const remove = suggestedFix("Remove the id", removeChild(tree, parentOf(tree, node), node - 1));
        if (document.target !== "auto") return [remove];
        const bare = convertTo(document, "bare");
        return bare.ok ? [remove, suggestedFix("Make it a rule to update", ...bare.edits)] : [remove];
      },
    };
  },

  examples: [
    {
      bad: `{"dispatch_rule": {⟦"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp"⟧, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});
