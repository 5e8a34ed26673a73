import { coversNumbers } from "../../routing/reach/covers-numbers.ts";
import { kindOf } from "../../routing/rule/rule-kind.ts";
import { definePictureCheck } from "../check.ts";
import { kindPlace, pinPlace, relatedRule, viewOf } from "../places.ts";
import { askingEverybody } from "../rule-index.ts";
import { mayShareCalls } from "../support/overlap.ts";
import { isOnTrunk, listCount } from "../support/weight.ts";
import { withPin } from "../pin-digest.ts";
import type { DispatchRule } from "../../routing/types.ts";
import { capital, rulesWords, ruleWords } from "../words.ts";

export default definePictureCheck({
  code: "pin-prompts-everybody",
  severity: "warning",
  title: "PIN that callers of an open rule are asked for",
  why: `Of two rules that fit a call equally well, LiveKit takes the one with a PIN first. So one rule with a PIN beside
an open one has **every** caller asked for a PIN; to the open rule only those get who press \`#\` alone. Give the rule
with the PIN a called number of its own, or move it to another trunk. Taking its PIN out is no way out:
LiveKit refuses two open rules that claim the same.`,

  checkRule(rule, picture, report) {
    const kind = kindOf(rule.rule);
    if (!kind) return;
    const view = viewOf.bind(undefined, rule);
    if (kind.pin !== "") {
      const asked = picture.rules
        .claimants(
          rule,
          withPin(rule.rule, () => ""),
        )
        .filter(
          (other) =>
            isOnTrunk(other.rule) === isOnTrunk(rule.rule) &&
            listCount(other.rule) === listCount(rule.rule) &&
            coversNumbers(rule.rule, other.rule) &&
            mayShareCalls(rule.rule, other.rule, picture),
        );
      if (asked.length === 0) return;
      report(pinPlace(view()), {
        message: `Everybody whom ${rulesWords(asked, rule.file)} would take is asked for this PIN first, and gets there only by pressing # alone. ${wayOut(rule.rule, asked.length)}`,
        beside: asked,
        related: asked
          .slice(0, 10)
          .map((other) => relatedRule(other, "This rule is open, and comes second.", rule.file)),
      });
      return;
    }
    if (listCount(rule.rule) > 0) return;
    // In a file, the rule with the PIN is the place where it is said.
    const trunkIds = isOnTrunk(rule.rule) ? (rule.rule.trunkIds ?? []) : [""];
    const asking = trunkIds
      .flatMap((id) => picture.rules.others(rule, askingEverybody(id)))
      .find((other) => other.origin === "deployed" && mayShareCalls(rule.rule, other.rule, picture));
    if (!asking) return;
    report(kindPlace(view()), {
      message: `${capital(ruleWords(asking, rule.file))} has a PIN and goes first: every caller of this rule is asked for it, and gets here only by pressing # alone.`,
      beside: [asking],
      related: [relatedRule(asking, "This rule has a PIN.", rule.file)],
    });
  },

  examples: [
    {
      bad: {
        files: {
          "board.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "board", "pin": ⟦"4711"⟧}}}}`,
          "all.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
        },
      },
    },
    {
      bad: {
        files: {
          "all.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {⟦"dispatchRuleIndividual"⟧: {"roomPrefix": "call-"}}}}`,
        },
        deployed: [
          {
            sipDispatchRuleId: "SDR_Vh6vTqQ3YzKp",
            trunkIds: ["ST_8m3KxQv7Rt2Z"],
            rule: { dispatchRuleDirect: { roomName: "board", pin: "4711" } },
          },
        ],
      },
    },
    {
      good: {
        files: {
          "board.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "board", "pin": "4711"}}}}`,
          "all.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
        },
      },
    },
  ],
});

/** What the rule lacks; where it lacks nothing, what it has in common with the others has to go. */
function wayOut({ trunkIds = [], numbers = [] }: DispatchRule, count: number): string {
  if (trunkIds.length > 0 && numbers.length > 0)
    return `List in this rule only \`numbers\` that the other ${count === 1 ? "rule does" : "rules do"} not take, or move it to another trunk.`;
  if (trunkIds.length > 0) return "Give this rule `numbers` of its own, or move it to another trunk.";
  if (numbers.length > 0) return "Give this rule a trunk of its own (`trunk_ids`).";
  return "Give this rule `numbers` or a trunk of its own.";
}
