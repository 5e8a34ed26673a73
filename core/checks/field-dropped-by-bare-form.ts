import { defineCheck } from "../check.ts";
import { removeChild, suggestedFix } from "../fixes.ts";
import { convertTo } from "../rules/convert.ts";
import { named } from "../text/show.ts";
import { droppedSentence, isDropped } from "./support/dropped.ts";
import { parentOf } from "../json/parents.ts";
import { SERVER_FIELDS } from "./support/rule-places.ts";
import { sortOfUnknown } from "./support/unknown-field.ts";

export default defineCheck({
  code: "field-dropped-by-bare-form",
  severity: "warning",
  title: "Field that the legacy form does not have",
  why: `A create request may still be a rule itself, without \`dispatch_rule\` around it. That legacy form has no
\`numbers\`, \`media\`, \`krisp_enabled\` and \`media_encryption\`: the HTTP API drops them without a word, and a rule
for one number catches calls to all. The Node SDK sends this form as well.`,

  decodes: ["unknown-field"],
  decoded(problem, document) {
    if (!isDropped(document)) return undefined;
    const unknown = sortOfUnknown(document, problem);
    if (unknown.sort !== "bare-form") return undefined;
    const { tree } = document;
    const name = named(tree.stringValue(problem.node));
    const remove = () =>
      suggestedFix(`Remove ${name}`, removeChild(tree, parentOf(tree, problem.node), problem.node));
    if (SERVER_FIELDS.includes(unknown.field.name))
      return {
        message: `${name} belongs to the server: a create request makes a new rule, and the API drops it without a word.`,
        fixes: () => [remove()],
      };
    return {
      message: `The legacy form without \`dispatch_rule\` has no ${name}.${droppedSentence(document, document.rules[0], unknown.field)}`,
      fixes: () => {
        const conversion = convertTo(document, "wrapped");
        return conversion.ok
          ? [suggestedFix("Wrap in `dispatch_rule`", ...conversion.edits), remove()]
          : [remove()];
      },
    };
  },

  examples: [
    {
      bad: `{⟦"numbers"⟧: ["+15551234"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"dispatch_rule": {"numbers": ["+15551234"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-create",
    },
    {
      bad: `{⟦"sip_dispatch_rule_id"⟧: "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      target: "api-create",
    },
    {
      good: `{"dispatch_rule": {"numbers": ["+15551234"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-create",
    },
  ],
});
