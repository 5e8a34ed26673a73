import { viewOf, relatedRule } from "../places.ts";
import { definePictureCheck } from "../check.ts";
import {
  claimPlace,
  claimWords,
  isStoredUnchecked,
  livekitAnswer,
  releasingFixes,
  sharedClaims,
} from "../support/clashes.ts";
import { rulesWords } from "../words.ts";

export default definePictureCheck({
  code: "rule-conflict",
  severity: "error",
  title: "Rule that LiveKit refuses beside another one",
  why: `A rule claims every combination of its trunks, calling numbers, called numbers and its PIN; an empty list is one
empty value. LiveKit refuses to create or update a rule that claims what another rule has claimed, whatever else
differs. For this it brings numbers into one form: \`+1555…\` and \`1555…\` are one. Between files that are only
guessed to belong to one project this is a warning, and a note where they lie in different folders.`,

  checkRule(rule, picture, report) {
    const isUnchecked = isStoredUnchecked(rule, picture);
    const others = picture.rules
      .conflictsOf(rule)
      .filter((other) => !(isUnchecked && other.origin === "deployed"));
    const [first] = others;
    if (!first) return;
    const view = viewOf(rule);
    const [claim] = sharedClaims(rule.rule, first.rule);
    if (!claim) return;
    const isSure = picture.isStated || first.origin === "deployed";
    const words = rulesWords(others, rule.file);
    const same = `${others.length === 1 ? "both" : "it and the first of them"} are for ${claimWords(claim)}`;
    report(claimPlace(view, claim), {
      message: isSure
        ? `LiveKit refuses this rule beside ${words}: ${same}.`
        : `In one project, LiveKit refuses this rule beside ${words}: ${same}.`,
      beside: others,
      livekit: livekitAnswer(rule, others, picture),
      related: others.slice(0, 10).map((other) => {
        const [shared = claim] = sharedClaims(rule.rule, other.rule);
        const message = "This rule has it as well.";
        return relatedRule(other, message, rule.file, (theirs) => claimPlace(theirs, shared));
      }),
      fixes: () => releasingFixes(view, rule.rule, others),
    });
  },

  examples: [
    {
      bad: {
        files: {
          "sales.json": `{"dispatch_rule": {"name": "Sales", "numbers": ["+15550100", ⟦"+15550101"⟧], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
        },
        deployed: [
          {
            sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
            name: "Support",
            numbers: ["15550101"],
            rule: { dispatchRuleDirect: { roomName: "support" } },
          },
        ],
      },
      fixed: {
        "sales.json": `{"dispatch_rule": {"name": "Sales", "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "sales"}}}}`,
      },
    },
    {
      bad: {
        files: {
          "a.json": `{"dispatch_rule": {"rule": {⟦"dispatchRuleIndividual"⟧: {"roomPrefix": "call-"}}}}`,
          "b.json": `{"dispatch_rule": {"rule": {⟦"dispatchRuleDirect"⟧: {"roomName": "lobby"}}}}`,
        },
        isStated: true,
      },
    },
    {
      good: {
        files: {
          "a.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
          "b.json": `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}}`,
          "same.json": `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "numbers": ["+15550101"], "rule": {"dispatchRuleDirect": {"roomName": "support"}}}`,
        },
        deployed: [
          {
            sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
            numbers: ["+15550101"],
            rule: { dispatchRuleDirect: { roomName: "support" } },
          },
        ],
      },
    },
  ],
});
