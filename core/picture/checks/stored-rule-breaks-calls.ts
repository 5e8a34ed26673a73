import { conflictsFull } from "../../routing/conflict-index.ts";
import { kindOf } from "../../routing/rule/rule-kind.ts";
import { definePictureCheck } from "../check.ts";
import type { DeployedRule, RuleInFile } from "../origin.ts";
import { kindPlace, relatedRule, viewOf } from "../places.ts";
import type { Picture } from "../picture.ts";
import { sharedClaims } from "../support/clashes.ts";
import { rulesWords } from "../words.ts";

interface Broken {
  /** One rule without a kind, or two that claim the same. */
  readonly rules: readonly DeployedRule[];
  /** Empty: calls on every trunk read it. */
  readonly trunkIds: readonly string[];
}

export default definePictureCheck({
  code: "stored-rule-breaks-calls",
  severity: "warning",
  title: "Deployed rules that break the calls of this one",
  why: `LiveKit checks all rules that it reads for a call against each other before it looks for the one that fits. A
rule without a kind (\`rule: {}\`) or two rules that claim the same, which get past the server through an update, end
every call that reads them with an error (503), also the calls of this rule. Nor can any rule be created meanwhile.`,

  checkRule(rule, picture, report) {
    const broken = brokenRules(picture).find(
      // What a file replaces breaks nothing any more; whether that one fits in, other checks say.
      ({ rules, trunkIds }) => rules.every((one) => picture.rules.has(one)) && concerns(rule, trunkIds),
    );
    if (!broken) return;
    const words = rulesWords(broken.rules, rule.file);
    report(kindPlace(viewOf(rule)), {
      message:
        broken.rules.length === 1
          ? `Calls of this rule end with an error, because ${words} has no kind. Give it one, or delete it.`
          : `Calls of this rule end with an error, because ${words} claim the same. Update or delete one of them.`,
      beside: broken.rules,
      related: broken.rules.map((other) => relatedRule(other, "This rule breaks calls.", rule.file)),
    });
  },

  examples: [
    {
      bad: {
        files: {
          "sales.json": `{"dispatch_rule": {"numbers": ["+15550100"], "rule": {⟦"dispatchRuleDirect"⟧: {"roomName": "sales"}}}}`,
        },
        deployed: [{ sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp", name: "Half done", rule: {} }],
      },
    },
    {
      bad: {
        files: {
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "numbers": ["+15550100"], "rule": {⟦"dispatchRuleDirect"⟧: {"roomName": "sales"}}}}`,
        },
        deployed: [
          {
            sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
            trunkIds: ["ST_8m3KxQv7Rt2Z"],
            rule: { dispatchRuleDirect: { roomName: "a" } },
          },
          {
            sipDispatchRuleId: "SDR_t5HqYw8NcR2m",
            trunkIds: ["ST_8m3KxQv7Rt2Z"],
            rule: { dispatchRuleDirect: { roomName: "b" } },
          },
        ],
      },
    },
    {
      bad: {
        files: {
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "numbers": ["+15550100"], "rule": {⟦"dispatchRuleDirect"⟧: {"roomName": "sales"}}}}`,
          "mended.json": `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": ["ST_2wJBTJUKPx68"], "rule": {"dispatchRuleDirect": {"roomName": "a"}}}`,
        },
        deployed: [
          {
            sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
            trunkIds: ["ST_8m3KxQv7Rt2Z"],
            rule: { dispatchRuleDirect: { roomName: "a" } },
          },
          {
            sipDispatchRuleId: "SDR_t5HqYw8NcR2m",
            trunkIds: ["ST_8m3KxQv7Rt2Z"],
            rule: { dispatchRuleDirect: { roomName: "b" } },
          },
          {
            sipDispatchRuleId: "SDR_Zk4pLd9RxW6s",
            trunkIds: ["ST_8m3KxQv7Rt2Z"],
            rule: { dispatchRuleDirect: { roomName: "c" } },
          },
        ],
      },
    },
    {
      good: {
        files: {
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
        },
        deployed: [{ sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp", trunkIds: ["ST_2wJBTJUKPx68"], rule: {} }],
      },
    },
    {
      good: {
        files: {
          "sales.json": `{"dispatch_rule": {"numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
          "mended.json": `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": ["ST_2wJBTJUKPx68"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}`,
        },
        deployed: [{ sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp", trunkIds: ["ST_2wJBTJUKPx68"], rule: {} }],
      },
    },
  ],
});

/** Calls on a trunk read the rules of that trunk and those of none; calls without a trunk read all. */
function concerns(rule: RuleInFile, trunkIds: readonly string[]): boolean {
  const own = rule.rule.trunkIds ?? [];
  return own.length === 0 || trunkIds.length === 0 || own.some((id) => trunkIds.includes(id));
}

function brokenRules(picture: Picture): readonly Broken[] {
  const { deployed = [] } = picture;
  return picture.memoryOfFacts.of("broken", () => {
    const broken: Broken[] = deployed
      .filter(({ rule }) => !kindOf(rule))
      .map((rule) => ({ rules: [rule], trunkIds: rule.rule.trunkIds ?? [] }));
    const pairs = conflictsFull(deployed.map(({ rule }) => rule));
    // LiveKit holds each rule against the first that claims the same. Where a file mends that one, the others remain.
    const lastBehind = new Map<DeployedRule, DeployedRule>();
    for (let at = 0; at < pairs.length; at += 2) {
      const [later, first] = [deployed[pairs[at]!]!, deployed[pairs[at + 1]!]!];
      if (later === first) continue;
      const before = lastBehind.get(first);
      lastBehind.set(first, later);
      broken.push(...clash(first, later), ...(before && before !== later ? clash(before, later) : []));
    }
    return broken;
  });
}

function clash(first: DeployedRule, later: DeployedRule): Broken[] {
  const trunkIds = sharedClaims(later.rule, first.rule).map(({ trunkId }) => trunkId);
  if (trunkIds.length === 0) return [];
  return [{ rules: [first, later], trunkIds: trunkIds.includes("") ? [] : trunkIds }];
}
