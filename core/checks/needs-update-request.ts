import { defineCheck } from "../check.ts";
import { formSpeaker, wrongForm } from "./support/form-mismatch.ts";
import { keyOrOpening } from "./support/opening.ts";

export default defineCheck({
  code: "needs-update-request",
  severity: "error",
  title: "Rule where an update request is wanted",
  why: `\`UpdateSIPDispatchRule\` of the HTTP API wants the rule's id and what to do with it:
\`{"sip_dispatch_rule_id": "SDR_…", "replace": {…}}\` puts a whole rule in its place, \`"update": {…}\` changes fields.
It ignores all other fields and misses these.`,

  refuses: ["update-without-id", "update-without-action"],
  refused(refusal, document) {
    if (wrongForm(document) !== "needs-update-request" || refusal !== formSpeaker(document)) return undefined;
    return {
      message: "The API's update wants `sip_dispatch_rule_id`, and the rule inside `replace` or `update`.",
      range: keyOrOpening(document.tree, 0, "dispatch_rule", "dispatchRule", "rule"),
    };
  },

  examples: [
    { bad: `{⟦"rule"⟧: {"dispatchRuleDirect": {"roomName": "open-room"}}}`, target: "api-update" },
    {
      bad: `{⟦"dispatch_rule"⟧: {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-update",
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "replace": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-update",
    },
  ],
});
