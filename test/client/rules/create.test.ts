/** Creating: everything is found out before anything is sent, and one request is sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFlow } from "../../../client/rules/flows/create.ts";
import { obstacleIn } from "../../../client/rules/flows/request.ts";
import { Underway } from "../../../client/rules/flows/underway.ts";
import { deployedRule, noAnswer, openLive, person } from "./support/live.ts";

const FORMS: Readonly<Record<string, string>> = {
  wrapped: `{"dispatch_rule": {"name": "New", "rule": {"dispatch_rule_direct": {"room_name": "hall", "pin": "77"}}}}`,
  bare: `{"name": "New", "rule": {"dispatchRuleDirect": {"roomName": "hall", "pin": "77"}}, "numbers": ["+15550100"]}`,
  update: `{"sip_dispatch_rule_id": "SDR_x", "replace": {"name": "New", "rule": {"dispatch_rule_direct": {"room_name": "hall"}}}}`,
};

for (const [form, text] of Object.entries(FORMS))
  test(`a file in the form ${form} becomes a rule`, async () => {
    const { project, client, sent } = openLive();
    const someone = person(true);
    const result = await createFlow({ text }, project, someone);
    assert.ok(result.kind === "created");
    assert.equal((await deployedRule(client, "New")).id, result.rule.id);
    assert.equal(sent.filter((call) => call === "CreateSIPDispatchRule").length, 1);
    assert.match(someone.asked[0]!.question, /^Create "New"\?$/);
    assert.equal(someone.asked[0]!.project, project.entry);
  });

test("the question says where calls go, which calls, and that a PIN is asked for but not which", async () => {
  const { project } = openLive({ isSeeded: true });
  const someone = person(false);
  const text = `{"dispatch_rule": {"rule": {"dispatch_rule_individual": {"room_prefix": "call", "pin": "4711"}},
    "trunk_ids": ["ST_DemoSupport2", "ST_nobody"], "room_config": {"agents": [{"agent_name": "helper"}]}}}`;
  await createFlow({ text }, project, someone);
  const lines = someone.asked[0]!.lines.join("\n");
  assert.match(lines, /individual → call_<caller>_…/);
  assert.match(lines, /Support line/);
  assert.match(lines, /agent helper/);
  assert.match(lines, /PIN/);
  assert.match(lines, /Warning: this project has no inbound trunk ST_nobody/);
  assert.doesNotMatch(lines, /4711/);
});

test("whoever says no has sent nothing", async () => {
  const { project, sent } = openLive();
  const result = await createFlow({ text: FORMS["wrapped"]! }, project, person(false));
  assert.deepEqual(result, { kind: "cancelled", words: "Nothing was created." });
  assert.ok(!sent.includes("CreateSIPDispatchRule"));
});

test("what LiveKit refuses is refused at its place, without a question or a request", async () => {
  const { project, sent } = openLive();
  const text = `{\n  "dispatch_rule": {"rule": {"dispatch_rule_direct": {"room_name": 7}}}\n}`;
  const result = await createFlow({ text }, project, person());
  assert.ok(result.kind === "refused" && result.range);
  assert.equal(text.slice(result.range.start, result.range.end), "7");
  assert.match(result.words, /line 2/);
  assert.deepEqual(sent, []);
});

test("a conflict names the rule that has the calls", async () => {
  const { project, sent } = openLive({ isSeeded: true });
  const text = `{"dispatch_rule": {"rule": {"dispatch_rule_direct": {"room_name": "x"}}}}`;
  const result = await createFlow({ text }, project, person());
  assert.ok(result.kind === "refused");
  assert.deepEqual(result.rule, { id: "SDR_DemoAnyPhone", name: "Everything else" });
  assert.match(result.words, /"Everything else" \(SDR_DemoAnyPhone\)/);
  assert.ok(!sent.includes("CreateSIPDispatchRule"));
});

test("what LiveKit would drop without a word needs another button", async () => {
  const { project } = openLive();
  const someone = person(false);
  const text = `{"dispatch_rule": {"rule": {"dispatch_rule_direct": {"room_name": "x"}}, "romm_config": {}}}`;
  await createFlow({ text }, project, someone);
  assert.equal(someone.asked[0]!.verb, "Create Anyway");
  assert.match(someone.asked[0]!.lines.join("\n"), /drops what it does not know/);
});

test("no answer: the person is told that it may be done, and nothing is sent again", async () => {
  const { project, client, sent, meanwhile } = openLive();
  meanwhile.set("CreateSIPDispatchRule", noAnswer);
  const result = await createFlow({ text: FORMS["wrapped"]! }, project, person(true));
  assert.ok(result.kind === "failed");
  assert.equal(result.mayBeDone, true);
  assert.match(result.words, /may have been done/);
  assert.equal(sent.filter((call) => call === "CreateSIPDispatchRule").length, 1);
  assert.equal((await deployedRule(client)).name, "New");
});

test("a hostile name is plain text in the question", async () => {
  const { project } = openLive();
  const someone = person(false);
  const name = "[x](command:workbench.action.quit) $(alert) \u202Eevil" + "y".repeat(10_000);
  const text = JSON.stringify({
    dispatch_rule: { name, rule: { dispatch_rule_direct: { room_name: "x" } } },
  });
  await createFlow({ text }, project, someone);
  const { question } = someone.asked[0]!;
  assert.ok(question.length < 200);
  assert.doesNotMatch(question, /\]\(|\$\(|\u202E/);
});

test("the same is not sent a second time while it is under way", async () => {
  const underway = new Underway();
  let finish: (value: string) => void = () => {};
  const first = underway.run("key", () => new Promise<string>((resolve) => (finish = resolve)));
  assert.equal(await underway.run("key", () => Promise.resolve("second")), undefined);
  assert.equal(await underway.run("other", () => Promise.resolve("other")), "other");
  finish("first");
  assert.equal(await first, "first");
  assert.equal(await underway.run("key", () => Promise.resolve("third")), "third");
});

test("a PIN that callers of other rules are asked for too is named before anything is sent", async () => {
  const { project } = openLive({ isSeeded: true });
  const lines = async (fields: object): Promise<string> => {
    const someone = person(false);
    const rule = { dispatch_rule_direct: { room_name: "x", pin: "4711" } };
    await createFlow({ text: JSON.stringify({ dispatch_rule: { rule, ...fields } }) }, project, someone);
    return someone.asked[0]!.lines.join("\n");
  };
  assert.match(
    await lines({}),
    /Warning: callers of "Everything else" \(SDR_DemoAnyPhone\) are asked for this PIN/,
  );
  assert.doesNotMatch(await lines({}), /SDR_DemoBookings/, "it lists its trunk, so it goes first");
  assert.match(
    await lines({ trunk_ids: ["ST_DemoMainLine"] }),
    /Warning: callers of .*"Everything else"/,
    "one for this trunk goes before one for all",
  );
  assert.match(
    await lines({ numbers: ["+15105550177"] }),
    /Warning: callers with these numbers of "Everything else"/,
  );
  assert.doesNotMatch(
    await lines({ rule: { dispatch_rule_direct: { room_name: "x" } }, numbers: ["+15105550177"] }),
    /asked for this PIN/,
  );
});

test("what is no JSON is refused in words for those who send", async () => {
  const { project, sent } = openLive();
  const result = await createFlow({ text: `{"dispatch_rule": {,}}` }, project, person());
  assert.ok(result.kind === "refused" && result.range);
  assert.match(result.words, /^Line 1, column \d+ is no JSON \([^)]+\)\. Nothing was sent\.$/);
  assert.deepEqual(obstacleIn(`{"dispatch_rule": {,}}`), result);
  assert.equal(obstacleIn(FORMS["wrapped"]!), undefined);
  assert.deepEqual(sent, []);
});
