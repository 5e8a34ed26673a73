/** The guided flow: every question back and forth, what may be answered, and the file that comes of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readRule } from "../../../core/routing/input/read.ts";
import { checkDocument } from "../../../core/check-document.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { draftRoom, draftText, EMPTY_DRAFT, type Draft } from "../../../client/rules/guided/draft.ts";
import { GuidedFlow } from "../../../client/rules/guided/guided-flow.ts";
import { KeptAnswers } from "../../../client/rules/guided/kept-answers.ts";
import { finish } from "../../../client/rules/guided/finish.ts";
import { questionLine } from "../../../client/rules/guided/questions.ts";
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
    [["individual", ""], "12#4", /No phone can enter/],
    [["individual", ""], "12345678901234567", /1 to 16/],
    [["individual", "", "", ""], "+1 555 desk", /is no number/],
    [["individual", "", "", ""], "+49 (0)30 1234", /Leave out the \(0\)/],
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
    pin: fc.stringMatching(/^[0-9*a-d]{0,16}$/),
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

test("a number is taken as people write it, becomes the plain one, and that is said", () => {
  const flow = new GuidedFlow({ trunks: undefined, agentNames: [] }, EMPTY_DRAFT, "numbers");
  const typed = "+1 (510) 555-0100, +15105550101, +1 510\u2011555\u20110100";
  assert.equal(flow.notice(typed), "Written as +15105550100.");
  assert.equal(flow.notice("+15105550101"), undefined);
  assert.equal(flow.answer(typed), undefined);
  assert.deepEqual(flow.draft.numbers, ["+15105550100", "+15105550101"]);
});

test("which PINs there are is said as the check of files says it", () => {
  const flow = new GuidedFlow(KNOWN, EMPTY_DRAFT, "pin");
  assert.equal(flow.objection("12ad*"), undefined);
  const words = "1 to 16 of the keys 0-9, * and a-d";
  const file = draftText({ ...EMPTY_DRAFT, pin: "12 34" });
  const checked = checkDocument(readRuleDocument(file, "api-create")).map(({ message }) => message);
  assert.ok(flow.objection("12 34")?.includes(words));
  assert.ok(checked.join().includes(words), checked.join());
});

test("the line of a question begins with the room and says which numbers are samples", () => {
  const line = (flow: GuidedFlow): string => questionLine(flow.step, flow.question, flow.draft);
  const flow = new GuidedFlow(KNOWN);
  assert.equal(line(flow), "Which kind of rule?");
  flow.answer("individual");
  assert.match(line(flow), /^Room \+15550100_<random> \(the sample caller \+15550100\)\. How the names/);
  const callee = new GuidedFlow(KNOWN, { ...EMPTY_DRAFT, kind: "callee", pin: "1" }, "numbers");
  assert.match(line(callee), /^PIN, then room \+15550199 \(the sample number \+15550199\)\. Only calls/);
  callee.answer("+15105550100");
  assert.match(line(callee), /^PIN, then room \+15105550100\. /);
});

test("the title of a list names the room, or the rule that has the same calls", () => {
  const other = readRule({
    sip_dispatch_rule_id: "SDR_all",
    name: "Everything else",
    rule: { dispatch_rule_direct: { room_name: "hall" } },
  }).value;
  const flow = new GuidedFlow({ ...KNOWN, rules: [other] });
  assert.equal(flow.listTitle("direct"), "Where do calls go?");
  for (const answer of ["individual", "desk", ""]) flow.answer(answer);
  assert.equal(flow.listTitle([]), 'Trunks, so far the same calls as "Everything else"');
  assert.equal(flow.listTitle(["ST_a"]), "Trunks, room desk_<caller>_…");
  const end = new GuidedFlow({ ...KNOWN, rules: [other] }, EMPTY_DRAFT, "end");
  assert.equal(end.listTitle("create"), 'Finish, the same calls as "Everything else"');
});

test("an answer that claims what a deployed rule claims says so and can be taken", () => {
  const other = readRule({
    sip_dispatch_rule_id: "SDR_all",
    name: "Everything else",
    rule: { dispatch_rule_direct: { room_name: "hall" } },
  }).value;
  const flow = new GuidedFlow({ ...KNOWN, rules: [other] }, EMPTY_DRAFT, "pin");
  assert.match(flow.notice("") ?? "", /^So far the rule "Everything else" \(SDR_all\) takes the same calls/);
  assert.equal(flow.notice("12"), undefined, "a PIN tells them apart");
  flow.answer("");
  assert.match(flow.notice([]) ?? "", /SDR_all/);
  assert.equal(flow.notice(["ST_a"]), undefined);
  flow.answer([]);
  assert.match(flow.notice("") ?? "", /LiveKit stores no second one/);
  assert.equal(flow.notice("+15105550100"), undefined);
  assert.equal(flow.answer(""), undefined);
});

test("whoever leaves goes on later with the answers and what stood in the field", () => {
  const kept = new KeptAnswers();
  const left = new GuidedFlow(KNOWN);
  assert.equal(kept.keep(left, "own:A"), false, "nothing was answered");
  assert.equal(kept.for("own:A"), undefined);
  for (const answer of ["direct", "hall", "77", ["ST_a"]]) left.answer(answer);
  left.leave("+15105550100");
  assert.equal(kept.keep(left, "own:A"), true);
  const found = kept.for("own:A");
  const flow = new GuidedFlow(KNOWN, found?.draft, found?.step);
  assert.equal(flow.step, "numbers");
  assert.equal(draftText(flow.draft), draftText(left.draft));
  assert.deepEqual(flow.draft.numbers, ["+15105550100"]);
  flow.back();
  assert.equal(flow.step, "trunks");
  assert.deepEqual(kept.for("own:B")?.draft.trunkIds, [], "trunks of another project are none here");
  const noTrunks = new GuidedFlow({ trunks: [], agentNames: [] }, EMPTY_DRAFT, "trunks");
  assert.equal(noTrunks.step, "numbers", "a question that is not asked here leaves its place to the next");
  kept.forget();
  assert.equal(kept.for("own:A"), undefined);
});

test("a draft that is neither saved nor created stays in an editor", async () => {
  const ways = (saved: "written" | "shown" | "left", isCreated: boolean) => {
    const did: string[] = [];
    const note = <T>(what: string, value: T): Promise<T> => {
      did.push(what);
      return Promise.resolve(value);
    };
    return {
      did,
      save: () => note("save", saved),
      create: () => note("create", isCreated),
      show: () => note("show", undefined),
    };
  };
  const cases = [
    ["create", "written", true, "done", ["create"]],
    ["create", "written", false, "open", ["create", "show"]],
    ["save", "left", false, "open", ["save", "show"]],
    ["both", "left", true, "open", ["save", "show"]],
    ["both", "shown", false, "open", ["save", "create"]],
    ["both", "written", true, "done", ["save", "create"]],
  ] as const;
  for (const [ending, saved, isCreated, how, did] of cases) {
    const some = ways(saved, isCreated);
    assert.equal(await finish(ending, some), how);
    assert.deepEqual(some.did, did);
  }
});
