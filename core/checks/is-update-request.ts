import type { Finding } from "../check.ts";
import { defineCheck } from "../check.ts";
import type { RuleDocument } from "../document.ts";
import { suggestedFix } from "../fixes.ts";
import { convertTo } from "../rules/convert.ts";
import { formSpeaker, wrongForm } from "./support/form-mismatch.ts";
import { keyOrOpening } from "./support/opening.ts";

export default defineCheck({
  code: "is-update-request",
  severity: "warning",
  title: "Update request of the API",
  why: `\`{"sip_dispatch_rule_id": …, "replace": {…}}\` is what \`UpdateSIPDispatchRule\` of the HTTP API takes. \`lk\`
reads no such file, although the help of \`lk sip dispatch update\` says so: it wants the rule itself and refuses
\`replace\` as an unknown field.`,

  decodes: ["unknown-field"],
  decoded: (problem, document) => (isSpeaker(document, problem) ? finding(document) : undefined),

  refuses: ["no-rule"],
  refused: (refusal, document) => (isSpeaker(document, refusal) ? finding(document) : undefined),

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", ⟦"replace"⟧: {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      target: "lk-update",
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", ⟦"update"⟧: {"name": "Support line"}}`,
      target: "lk-create",
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "replace": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
  ],
});

function isSpeaker(document: RuleDocument, problem: unknown): boolean {
  return wrongForm(document) === "is-update-request" && problem === formSpeaker(document);
}

function finding(document: RuleDocument): Finding {
  const toUpdate = document.plan?.reader === "lk-update";
  return {
    message: `This is an update request of the HTTP API. ${toUpdate ? "`lk sip dispatch update` reads the rule itself." : "A create request holds the rule inside `dispatch_rule`."}`,
    range: keyOrOpening(document.tree, 0, "replace", "update"),
    fixes: () => {
      const conversion = convertTo(document, toUpdate ? "bare" : "wrapped");
      const title = toUpdate ? "Make it the rule itself" : "Make it a create request";
      return conversion.ok ? [suggestedFix(title, ...conversion.edits)] : [];
    },
  };
}
