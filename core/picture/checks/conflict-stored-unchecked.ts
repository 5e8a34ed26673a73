import { definePictureCheck } from "../check.ts";
import { relatedRule, viewOf } from "../places.ts";
import {
  claimPlace,
  claimWords,
  isStoredUnchecked,
  releasingFixes,
  sharedClaims,
} from "../support/clashes.ts";
import { rulesWords } from "../words.ts";

export default definePictureCheck({
  code: "conflict-stored-unchecked",
  severity: "error",
  title: "Conflict that LiveKit stores and that breaks calls",
  why: `An update is held against the rules of its *new* trunks. A rule that leaves all its old trunks is not among
them, so LiveKit stores it although another rule claims the same. From then on every call on that trunk ends with an
error (503), and no rule can be created any more: LiveKit finds the clash whenever it reads both.`,

  checkRule(rule, picture, report) {
    if (!isStoredUnchecked(rule, picture)) return;
    const others = picture.rules.conflictsOf(rule).filter(({ origin }) => origin === "deployed");
    const [first] = others;
    const [claim] = first ? sharedClaims(rule.rule, first.rule) : [];
    if (!claim) return;
    const view = viewOf(rule);
    report(claimPlace(view, claim), {
      message: `LiveKit does not check an update that leaves all its trunks: it stores this rule beside ${rulesWords(others, rule.file)} (${claimWords(claim)}), and calls there then end with an error.`,
      beside: others,
      related: others.slice(0, 10).map((other) => relatedRule(other, "This rule has it already.", rule.file)),
      fixes: () => releasingFixes(view, rule.rule, others),
    });
  },

  examples: [
    {
      bad: {
        files: {
          "moved.json": `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": [⟦"ST_8m3KxQv7Rt2Z"⟧, "ST_4nPw9LcYb6Ha"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}`,
        },
        deployed: [
          {
            sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
            trunkIds: ["ST_2wJBTJUKPx68"],
            rule: { dispatchRuleDirect: { roomName: "sales" } },
          },
          {
            sipDispatchRuleId: "SDR_t5HqYw8NcR2m",
            trunkIds: ["ST_8m3KxQv7Rt2Z"],
            rule: { dispatchRuleDirect: { roomName: "support" } },
          },
        ],
      },
      fixed: {
        "moved.json": `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": ["ST_4nPw9LcYb6Ha"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}`,
      },
    },
    {
      good: {
        files: {
          "moved.json": `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}`,
        },
        deployed: [
          {
            sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
            trunkIds: ["ST_2wJBTJUKPx68"],
            rule: { dispatchRuleDirect: { roomName: "sales" } },
          },
        ],
      },
    },
  ],
});
