import type { Finding } from "../check.ts";
import { defineCheck } from "../check.ts";
import type { RuleDocument } from "../document.ts";
import { suggestedFix } from "../fixes.ts";
import { Kind } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { extractItem } from "../rules/convert.ts";
import { quoted } from "../text/show.ts";
import { formSpeaker, wrongForm } from "./support/form-mismatch.ts";
import { keyOrOpening } from "./support/opening.ts";

/** More ways out than that nobody reads. */
const MOST = 9;

export default defineCheck({
  code: "is-list",
  severity: "hint",
  title: "List of rules",
  why: `What \`lk sip dispatch list --json\` prints is an answer: neither \`create\` nor \`update\` reads it, with
\`items\` or as a plain list. One of its rules by itself can be given to \`lk sip dispatch update\`, which uses its id;
to create a rule from it, the id must go and \`dispatch_rule\` around it.`,

  decodes: ["unknown-field", "wrong-type"],
  decoded: (problem, document) => (isSpeaker(document, problem) ? finding(document) : undefined),

  refuses: ["no-rule", "update-without-id", "update-without-action"],
  refused: (refusal, document) => (isSpeaker(document, refusal) ? finding(document) : undefined),

  forms: ["list"],
  checkFile(document, report) {
    if (document.form !== "list" || document.target !== "auto" || document.rules.length === 0) return;
    const found = finding(document);
    report(found.range ?? 0, found);
  },

  examples: [
    {
      bad: `{⟦"items"⟧: [{"sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}]}`,
      fixed: `{"sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `⟦[⟧{"sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}]`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "lk-create",
    },
    {
      good: `{"sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});

function isSpeaker(document: RuleDocument, problem: unknown): boolean {
  return wrongForm(document) === "is-list" && problem === formSpeaker(document);
}

function finding(document: RuleDocument): Finding {
  return {
    message: "This is a list of rules, LiveKit's answer. A file to create or update from holds one rule.",
    range: keyOrOpening(document.tree, 0, "items"),
    fixes: () => extractions(document),
  };
}

/** The rule as the target takes it; without a target as the one to update that it is, and as one to create. */
function extractions(document: RuleDocument): Fix[] {
  const { rules, tree, plan, target } = document;
  const list = rules[0] ? rules[0].node : 0;
  const items = tree.children(tree.kind(0) === Kind.Array ? 0 : list - 1);
  const forms =
    plan?.reader === "lk-create" || plan?.reader === "api-create"
      ? (["wrapped"] as const)
      : (["bare", "wrapped"] as const);
  const fixes: Fix[] = [];
  for (const rule of rules.slice(0, MOST)) {
    const name =
      rules.length === 1 ? "the rule" : quoted(rule.text("name") || rule.text("sip_dispatch_rule_id"));
    for (const form of forms) {
      if (form === "wrapped" && target === "lk-update") continue;
      const conversion = extractItem(document, items.indexOf(rule.node), form);
      const purpose = form === "wrapped" ? "to create" : "to update";
      if (conversion.ok) fixes.push(suggestedFix(`Keep only ${name}, ${purpose}`, ...conversion.edits));
    }
  }
  return fixes;
}
