import { defineCheck } from "../check.ts";
import { Kind } from "../json/tree.ts";
import { addRule } from "./support/first-rule.ts";
import { wrongForm } from "./support/form-mismatch.ts";
import { keyOrOpening } from "./support/opening.ts";
import { ruleAround, ruleField } from "./support/rule-places.ts";
import { standInFor } from "./support/unknown-field.ts";

export default defineCheck({
  code: "no-rule",
  severity: "error",
  title: "Rule that leads to no room",
  why: `\`rule\` says into which room a call goes; LiveKit refuses a dispatch rule without it with \`missing rule\`. One
that is \`null\` counts as left out.`,

  refuses: ["no-rule"],
  refused(refusal, document) {
    const { tree } = document;
    const { node } = refusal;
    // What was meant as the rule stands elsewhere or is misspelt: that is said there.
    if (wrongForm(document) || tree.kind(node) !== Kind.Object || standInFor(document, refusal))
      return undefined;
    const rule = ruleAround(document, node);
    const field = rule?.node === node ? ruleField(rule, "rule") : undefined;
    return {
      message: "A dispatch rule needs `rule`, which says into which room a call goes.",
      range: keyOrOpening(tree, node, "rule", "dispatch_rule", "dispatchRule"),
      fixes: () => (field ? addRule(tree, node, field) : []),
    };
  },

  examples: [
    {
      bad: `{"dispatch_rule": ⟦{⟧"name": "Support line"}}`,
      fixed: `{"dispatch_rule": {"name": "Support line", "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
    },
    {
      bad: `{"trunk_ids": ["ST_8hXkQm2vTz4a"], ⟦"rule"⟧: null}`,
      fixed: `{"trunk_ids": ["ST_8hXkQm2vTz4a"], "rule": {"dispatch_rule_individual": {"room_prefix": "call-"}}}`,
    },
    {
      good: `{"dispatch_rule": {"name": "Support line", "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
    },
  ],
});
