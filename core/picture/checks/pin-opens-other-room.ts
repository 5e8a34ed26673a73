import { kindOf } from "../../routing/rule/rule-kind.ts";
import { quoted } from "../../text/show.ts";
import { definePictureCheck } from "../check.ts";
import { pinPlace, relatedRule, viewOf } from "../places.ts";
import { ASKING_ON_TRUNK, withThisPin } from "../rule-index.ts";
import { sharedClaims } from "../support/clashes.ts";
import { mayShareCalls } from "../support/overlap.ts";
import { goesFirst, haveSameRoom, isOnTrunk } from "../support/weight.ts";
import { rulesWords, ruleWords } from "../words.ts";

export default definePictureCheck({
  code: "pin-opens-other-room",
  severity: "info",
  title: "PIN that opens another rule's room",
  why: `What a caller enters is compared with the PIN of *every* rule that fits the call, not only of the one that asked.
So a PIN that two rules have opens the room of the one that goes first; and the PIN of a rule without trunks opens its
room wherever any rule asks for a PIN, on every trunk.`,

  checkRule(rule, picture, report) {
    const kind = kindOf(rule.rule);
    if (!kind || kind.pin === "") return;
    const same = picture.rules
      .others(rule, withThisPin(kind.pin))
      .filter(
        (other) =>
          !haveSameRoom(rule.rule, other.rule) &&
          mayShareCalls(rule.rule, other.rule, picture) &&
          sharedClaims(rule.rule, other.rule).length === 0 &&
          (goesFirst(other.rule, rule.rule) ||
            (other.origin === "deployed" && goesFirst(rule.rule, other.rule))),
      );
    const [first] = same;
    if (first) {
      const room = quoted(kindOf(first.rule)?.room ?? "");
      const isBeaten = goesFirst(first.rule, rule.rule);
      const words = ruleWords(first, rule.file);
      report(pinPlace(viewOf(rule)), {
        message: isBeaten
          ? `Where both fit a call, this PIN opens the room of ${words} (${room}), which has the same PIN and goes first.`
          : `Where both fit a call, this PIN opens this rule's room: ${words} (${room}) has the same PIN and comes second.`,
        beside: same,
        related: same.slice(0, 10).map((other) => relatedRule(other, "The same PIN.", rule.file, pinPlace)),
      });
      return;
    }
    if (isOnTrunk(rule.rule)) return;
    const asking = picture.rules
      .others(rule, ASKING_ON_TRUNK)
      .filter(
        (other) => kindOf(other.rule)?.pin !== kind.pin && mayShareCalls(rule.rule, other.rule, picture),
      );
    if (asking.length === 0) return;
    report(pinPlace(viewOf(rule)), {
      message: `This rule lists no trunk, so its PIN also opens its room where ${rulesWords(asking, rule.file)} asks for one.`,
      beside: asking,
      related: asking
        .slice(0, 10)
        .map((other) => relatedRule(other, "This rule asks for a PIN.", rule.file, pinPlace)),
    });
  },

  examples: [
    {
      bad: {
        files: {
          "board.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "board", "pin": ⟦"4711"⟧}}}}`,
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "numbers": ["+15550100"], "rule": {"dispatchRuleDirect": {"roomName": "sales", "pin": "4711"}}}}`,
        },
      },
    },
    {
      bad: {
        files: {
          "board.json": `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "board", "pin": ⟦"4711"⟧}}}}`,
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "sales", "pin": "0815"}}}}`,
        },
      },
    },
    {
      good: {
        files: {
          "board.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "board", "pin": "4711"}}}}`,
          "sales.json": `{"dispatch_rule": {"trunk_ids": ["ST_8m3KxQv7Rt2Z"], "rule": {"dispatchRuleDirect": {"roomName": "sales", "pin": "0815"}}}}`,
        },
      },
    },
  ],
});
