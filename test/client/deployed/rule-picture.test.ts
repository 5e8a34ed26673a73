/** The deployed rules as LiveKit reads them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pictureOf } from "../../../client/deployed/rule-picture.ts";
import { conditions, destination, ruleNotes, ruleRows } from "../../../client/deployed/rule-words.ts";
import { demoState, stateOf } from "../support/demo-tree.ts";

describe("the picture of a project", () => {
  test("ranks the rules, and knows which serve a trunk and which serve all", async () => {
    const { rules, rulesByTrunk, rulesForAny, rulesById } = pictureOf(await demoState());
    assert.deepEqual(
      rules.map(({ rank, deployed }) => [rank, deployed.id]),
      [
        [1, "SDR_DemoMeetings"],
        [2, "SDR_DemoBookings"],
        [3, "SDR_DemoVipGuest"],
        [4, "SDR_DemoSupport2"],
        [5, "SDR_DemoAnyPhone"],
      ],
    );
    assert.equal(rulesByTrunk.get("ST_DemoMainLine")?.length, 3);
    assert.equal(rulesForAny.length, 1);
    assert.equal(rulesById.get("SDR_DemoAnyPhone")?.rank, 5);
  });

  test("of a rule that lists a trunk twice counts it once, and of one without a kind says so", () => {
    const picture = pictureOf(stateOf([{ name: "x", trunk_ids: ["ST_1", "ST_1"] }]));
    assert.equal(picture.rulesByTrunk.get("ST_1")?.length, 1);
    const [rule] = picture.rules;
    assert.ok(rule);
    assert.equal(destination(rule), "no kind");
    assert.deepEqual(ruleNotes(rule, picture), [
      "It has no kind: LiveKit stops at it with an error, for every call that reaches it.",
      "Not among the inbound trunks of this project: ST_1.",
    ]);
  });

  test("does not mix up two projects whose rules have the same text", () => {
    const rule = { name: "x", rule: { dispatch_rule_direct: { room_name: "a" } }, trunk_ids: ["ST_1"] };
    const [one, other] = [
      pictureOf(stateOf([rule], [{ id: "ST_1", name: "here", trunk: {} }])),
      pictureOf(stateOf([rule, { ...rule, name: "y" }])),
    ];
    assert.equal(one.rules.length, 1);
    assert.equal(other.rules.length, 2);
    assert.deepEqual(conditions(one.rules[0]!, one.trunks), ["here"]);
    assert.deepEqual(conditions(other.rules[0]!, other.trunks), ["ST_1"]);
  });
});

describe("a rule in words", () => {
  test("has a row for everything that it says, and never its PIN", async () => {
    const { rulesById, trunks } = pictureOf(await demoState());
    assert.deepEqual(ruleRows(rulesById.get("SDR_DemoMeetings")!, trunks), [
      ["Id", "SDR_DemoMeetings"],
      ["Goes to", "direct → team-meeting"],
      ["PIN", "asked for"],
      ["Trunks", "Main line (ST_DemoMainLine)"],
      ["Called numbers", "+15105550101"],
      ["Calling numbers", "all"],
      ["Number of the caller", "hidden"],
    ]);
  });

  test("shows the room as LiveKit names it", () => {
    const kinds = [
      { dispatch_rule_individual: { room_prefix: "call-" } },
      { dispatch_rule_individual: { no_randomness: true } },
      { dispatch_rule_callee: { room_prefix: "c" } },
      { dispatch_rule_callee: { randomize: true } },
      { dispatch_rule_direct: {} },
    ];
    const { rules } = pictureOf(stateOf(kinds.map((rule, index) => ({ rule, numbers: [`+${index}`] }))));
    assert.deepEqual(rules.toSorted((a, b) => (a.deployed.id < b.deployed.id ? -1 : 1)).map(destination), [
      "individual → call-_<caller>_…",
      "individual → <caller>",
      "callee → c_<called>",
      "callee → <called>_…",
      "direct → a room without a name",
    ]);
  });

  test("names the first few of many", () => {
    const numbers = ["+1", "+2", "+3", "+4"];
    const { rules, trunks } = pictureOf(
      stateOf([
        {
          rule: { dispatch_rule_direct: { room_name: "a" } },
          numbers,
          inbound_numbers: numbers.slice(2),
          room_config: { agents: [{ agent_name: "one" }, {}] },
        },
      ]),
    );
    assert.deepEqual(conditions(rules[0]!, trunks), ["to +1, +2 +2", "from +3, +4", "agent one, (any)"]);
  });
});
