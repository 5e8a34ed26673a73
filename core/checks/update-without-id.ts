import { defineCheck } from "../check.ts";
import { insertMember, replaceNode, suggestedFix } from "../fixes.ts";
import { Kind, NONE, type JsonTree } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { keyOf, textOf, valueOf } from "../protocol/fields.ts";
import { fieldNamed } from "../protocol/schema.ts";
import { wrongForm } from "./support/form-mismatch.ts";
import { keyOrOpening } from "./support/opening.ts";
import { spell, spellingNear } from "./support/spelling.ts";

const ID = fieldNamed("UpdateSIPDispatchRuleRequest.sip_dispatch_rule_id");
const REPLACE = fieldNamed("UpdateSIPDispatchRuleRequest.replace");
const ID_INSIDE = fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id");

export default defineCheck({
  code: "update-without-id",
  severity: "error",
  title: "Update of no rule",
  why: `An update request names the rule that it is about: \`sip_dispatch_rule_id\` stands beside \`replace\` or
\`update\`. LiveKit refuses a request without it with \`rule id must be set\`; an id inside \`replace\` is not enough.`,

  refuses: ["update-without-id"],
  refused({ node }, document) {
    const { tree } = document;
    if (wrongForm(document) || tree.kind(node) !== Kind.Object) return undefined;
    return {
      message: "An update request needs `sip_dispatch_rule_id`, the id of the rule to change.",
      range: keyOrOpening(tree, node, ID.name, ID.json),
      fixes: () => idFromInside(tree),
    };
  },

  examples: [
    {
      bad: `⟦{⟧"replace": {"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"replace": {"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}, "sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp"}`,
    },
    { bad: `{⟦"sip_dispatch_rule_id"⟧: "", "update": {"name": "Support line"}}` },
    { good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"name": "Support line"}}` },
  ],
});

function idFromInside(tree: JsonTree): Fix[] {
  const replace = valueOf(tree, 0, REPLACE);
  if (replace === NONE || textOf(tree, replace, ID_INSIDE) === "") return [];
  const id = tree.raw(valueOf(tree, replace, ID_INSIDE));
  const empty = keyOf(tree, 0, ID);
  const edit =
    empty === NONE
      ? insertMember(tree, 0, spell(ID, spellingNear(tree, 0)), id)
      : replaceNode(tree, empty + 1, id);
  return [suggestedFix("Take the id from the rule", edit)];
}
