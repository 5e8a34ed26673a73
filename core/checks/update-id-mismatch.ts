import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { removeChild, replaceNode, suggestedFix } from "../fixes.ts";
import { NONE } from "../json/tree.ts";
import { textOf, valueOf } from "../protocol/fields.ts";
import { fieldNamed } from "../protocol/schema.ts";
import { quoted } from "../text/show.ts";
import { wrongForm } from "./support/form-mismatch.ts";
import { parentOf } from "../json/parents.ts";

const ID = fieldNamed("UpdateSIPDispatchRuleRequest.sip_dispatch_rule_id");

export default defineCheck({
  code: "update-id-mismatch",
  severity: "error",
  title: "Two ids in one update",
  why: `The rule inside \`replace\` need not repeat its id; if it does, it must be the one that the request names.
LiveKit refuses others with \`rule id in the info must be empty or match the id in the update\`.`,

  refuses: ["update-id-mismatch"],
  refused({ node }, document) {
    const { tree } = document;
    if (wrongForm(document)) return undefined;
    const id = textOf(tree, 0, ID);
    const outer = valueOf(tree, 0, ID);
    const isGiven = outer !== NONE && id !== "";
    return {
      message: isGiven
        ? `The request is about ${quoted(id)}, and this is another id. Leave it out.`
        : "The id belongs beside `replace`; in the rule it may be left out.",
      related: isGiven ? [{ ...rangeOf(tree, outer), message: "The id of the request." }] : [],
      fixes: () => [
        suggestedFix("Remove the id from the rule", removeChild(tree, parentOf(tree, node), node - 1)),
        ...(isGiven ? [suggestedFix(`Write ${quoted(id)}`, replaceNode(tree, node, tree.raw(outer)))] : []),
      ],
    };
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "replace": {"sip_dispatch_rule_id": ⟦"SDR_GSGqjZva2ZrM"⟧, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "replace": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "replace": {"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
  ],
});
