/** The guided flow: every question back and forth, what may be answered, and the file that comes of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkDocument } from "../../../core/check-document.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { draftRoom, draftText, EMPTY_DRAFT, type Draft } from "../../../client/rules/guided/draft.ts";
import { GuidedFlow } from "../../../client/rules/guided/guided-flow.ts";
import { STEPS } from "../../../client/rules/guided/steps.ts";

const TRUNK = { id: "ST_a", name: "Main", trunk: { numbers: ["+15550100"] } };
const KNOWN = { trunks: [TRUNK], agentNames: ["helper"] };

test("from the first question to the file", () => {
  const flow = new GuidedFlow(KNOWN);
  const answers = [
    "individual",
    "support",
    "1234",
    ["ST_a"],
    "+15550100, +15550101",
    "helper",
    "hide",
    "Support",
    "both",
  ];
  const steps = answers.map((answer) => {
    const { step } = flow;
    assert.equal(flow.answer(answer), undefined);
    return step;
  });
  assert.deepEqual(steps, STEPS);
  assert.equal(flow.ending, "both");
  assert.deepEqual(JSON.parse(draftText(flow.draft)), {
    dispatch_rule: {
      name: "Support",
      rule: { dispatch_rule_individual: { room_prefix: "support", pin: "1234" } },
      trunk_ids: ["ST_a"],
      numbers: ["+15550100", "+15550101"],
      hide_phone_number: true,
      room_config: { agents: [{ agent_name: "helper" }] },
    },
  });
});

test("Back shows the answer that was given, and what stands in the field is kept", () => {
  const flow = new GuidedFlow(KNOWN);
  flow.answer("direct");
  flow.answer("hall");
  flow.back("99");
  assert.equal(flow.step, "room");
  assert.deepEqual(flow.question.sort === "text" && flow.question.value, "hall");
  assert.equal(flow.draft.pin, "99");
  flow.back("");
  assert.equal(flow.step, "kind");
  assert.equal(flow.draft.room, "hall", "an answer that cannot be taken does not replace one that can");
  assert.equal(flow.question.sort === "one" && flow.question.chosen, "direct");
  assert.equal(flow.canGoBack, false);
  flow.back();
  assert.equal(flow.step, "kind");
});

test("from the end back to the beginning and forth again nothing is lost", () => {
  const flow = new GuidedFlow(KNOWN);
  for (const answer of ["callee", "desk", "", ["ST_a"], "", "helper", "show", "Desk"]) flow.answer(answer);
  const text = draftText(flow.draft);
  while (flow.canGoBack) flow.back();
  for (let question = flow.question; flow.step !== "end"; question = flow.question)
    assert.equal(flow.answer(question.sort === "text" ? question.value : question.chosen), undefined);
  assert.equal(draftText(flow.draft), text);
});

test("what cannot be answered says why, and the flow stays where it is", () => {
  const refused: readonly (readonly [answers: readonly string[], refused: string, why: RegExp])[] = [
    [["direct"], "  ", /needs the name of its room/],
    [["individual"], "a\u202Eb", /cannot be seen/],
    [["individual", ""], "12#4", /what a phone can enter/],
    [["individual", ""], "12345678901234567", /1 to 16/],
    [["individual", "", "", ""], "+1 555 0100", /is no number/],
    [["individual", "", "", "", ""], "CA_abc", /id of an agent/],
  ];
  for (const [answers, answer, why] of refused) {
    const flow = new GuidedFlow({ trunks: [TRUNK], agentNames: [] });
    for (const [index, given] of answers.entries()) flow.answer(index === 3 ? [] : given);
    const { step } = flow;
    assert.match(flow.answer(answer) ?? "", why);
    assert.equal(flow.step, step);
  }
});

test("without a project the rule can only be saved, and without trunks none are asked for", () => {
  const flow = new GuidedFlow({ trunks: undefined, agentNames: [] });
  const steps = [];
  for (const answer of ["individual", "", "", "", "", "show", ""]) {
    steps.push(flow.step);
    flow.answer(answer);
  }
  assert.ok(!steps.includes("trunks"));
  assert.equal(flow.step, "end");
  assert.deepEqual(flow.question.sort === "one" && flow.question.choices.map(({ value }) => value), ["save"]);
  assert.equal(flow.total, STEPS.length - 1);
});

test("the room follows what is typed", () => {
  const room = (draft: Partial<Draft>): string => draftRoom({ ...EMPTY_DRAFT, ...draft });
  assert.equal(room({}), "+15550100_<random>");
  assert.equal(room({ room: "call" }), "call_+15550100_<random>");
  assert.equal(room({ room: "call", hidePhoneNumber: true }), "call_0100_<random>");
  assert.equal(room({ kind: "direct", room: "hall" }), "hall");
  assert.equal(room({ kind: "callee", room: "desk", numbers: ["+15550177"] }), "desk_+15550177");
});

test("whatever is answered, LiveKit takes the file", () => {
  const draft = fc.record({
    kind: fc.constantFrom("individual", "direct", "callee"),
    room: fc.string({ minLength: 1 }),
    pin: fc.stringMatching(/^[0-9*]{0,16}$/),
    trunkIds: fc.uniqueArray(fc.stringMatching(/^ST_\w{1,8}$/), { maxLength: 3 }),
    numbers: fc.uniqueArray(fc.stringMatching(/^\+[1-9][0-9]{6,12}$/), { maxLength: 3 }),
    agentName: fc.string(),
    hidePhoneNumber: fc.boolean(),
    name: fc.string({ unit: "binary" }),
  });
  fc.assert(
    fc.property(draft, (each) => {
      const document = readRuleDocument(draftText(each), "api-create");
      assert.equal(document.form, "wrapped");
      const errors = checkDocument(document).filter(({ severity }) => severity === "error");
      assert.deepEqual(
        errors.filter(({ livekit }) => livekit),
        [],
      );
    }),
    { numRuns: 200 },
  );
});
