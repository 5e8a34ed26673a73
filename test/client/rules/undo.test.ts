/** Taking changes back, and deleting, which is what people want to take back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { contentText } from "../../../core/compare/compare.ts";
import { createFlow } from "../../../client/rules/flows/create.ts";
import { deletedWords, deleteFlow } from "../../../client/rules/flows/delete.ts";
import { updateFlow } from "../../../client/rules/flows/update.ts";
import { projectOfChange } from "../../../client/rules/undo/undo-project.ts";
import { undoFlow } from "../../../client/rules/undo/undo-flow.ts";
import { deployedRule, noAnswer, openLive, person, undoInMemory } from "./support/live.ts";

function setUp() {
  const live = openLive({ isSeeded: true });
  const undo = undoInMemory();
  return { ...live, ...undo, copies: undo.log.copiesFor(live.project.entry) };
}
const BOOKINGS = "SDR_DemoBookings";
const SUPPORT = "SDR_DemoSupport2";

test("a deleted rule comes back with the same content and a new id, and both ids are said", async () => {
  const { project, client, log, copies } = setUp();
  const before = await deployedRule(client, "Bookings");
  const deleted = await deleteFlow({ ruleIds: [BOOKINGS], batch: "b" }, project, person(true), copies);
  assert.equal(deleted.kind, "deleted");
  const someone = person(true);
  const undone = await undoFlow(log.batch(), log, project, someone);
  assert.ok(undone.kind === "undone");
  assert.ok(
    someone.asked[0]!.lines.some((line) => line.startsWith("Takes: Main line (ST_DemoMainLine), to ")),
    someone.asked[0]!.lines.join("\n"),
  );
  const after = await deployedRule(client, "Bookings");
  assert.notEqual(after.id, BOOKINGS);
  assert.equal(contentText(after.text), contentText(before.text));
  assert.match(undone.words, new RegExp(`new id: "Bookings" \\(${after.id}\\), formerly ${BOOKINGS}`));
  assert.deepEqual(
    undone.renewed.map(({ oldId, rule }) => [oldId, rule.id]),
    [[BOOKINGS, after.id]],
  );
  assert.deepEqual(log.batch(), []);
  assert.deepEqual(log.batch("b"), [], "the message of the deletion, which stays, undoes nothing twice");
});

test("several that were deleted in one go come back in one go", async () => {
  const { project, client, log, copies } = setUp();
  await deleteFlow({ ruleIds: [BOOKINGS, SUPPORT], batch: "b" }, project, person(true), copies);
  const someone = person(true);
  const undone = await undoFlow(log.batch("b"), log, project, someone);
  assert.ok(undone.kind === "undone");
  assert.equal(undone.renewed.length, 2);
  assert.match(someone.asked[0]!.question, /2 deleted rules/);
  const listed = await client.rules.list();
  assert.equal(listed.ok && listed.value.length, 5);
});

test("of several that come back the words say which do not, and the next Undo brings those", async () => {
  const { project, client, log, copies, meanwhile } = setUp();
  await deleteFlow({ ruleIds: [BOOKINGS, SUPPORT], batch: "b" }, project, person(true), copies);
  meanwhile.set("CreateSIPDispatchRule", (send) => {
    meanwhile.set("CreateSIPDispatchRule", () => Promise.resolve(new Response("{}", { status: 403 })));
    return send();
  });
  const part = await undoFlow(log.batch("b"), log, project, person(true));
  assert.ok(part.kind === "undone");
  assert.equal(part.renewed.length, 1);
  assert.match(part.words, /^Undone, with a new id: .*\. 1 rule is not back: undo again\. Project "Test"/);
  const rest = await undoFlow(log.batch("b"), log, project, person(true));
  assert.ok(rest.kind === "undone");
  const listed = await client.rules.list();
  assert.equal(listed.ok && listed.value.length, 5);
  assert.deepEqual(log.batch(), []);
});

test("a rule that others have changed while the person was asked is not deleted: its copy would be the older one", async () => {
  const { project, client, sent } = openLive({ isSeeded: true });
  const { log } = undoInMemory();
  const someone = person(async () => {
    await client.rules.patch(SUPPORT, '{"name": "Changed by others"}');
    return true;
  });
  const deleting = { ruleIds: [BOOKINGS, SUPPORT], batch: "b" };
  const result = await deleteFlow(deleting, project, someone, log.copiesFor(project.entry));
  assert.ok(result.kind === "refused");
  assert.equal(result.because, "changed");
  assert.match(result.words, /SDR_DemoSupport.*Nothing was deleted/);
  assert.ok(!sent.includes("DeleteSIPDispatchRule"));
  assert.deepEqual(log.batch(), []);
});

test("a change that cannot be noted is no failure: it was made, and nothing must make it again", async () => {
  const { project, client } = openLive({ isSeeded: true });
  const { log } = undoInMemory(true);
  const rule = await deployedRule(client, "Bookings");
  assert.equal(await log.noteCreated(project.entry, rule), undefined);
  assert.deepEqual(log.batch(), []);
  await log.noteUpdated("key", rule, rule);
});

test("the undo of a creation is of that one, whatever was changed after it", async () => {
  const { project, client } = openLive({ isSeeded: true });
  const { log } = undoInMemory();
  const listed = await client.rules.list();
  const [first, second] = listed.ok ? listed.value : [];
  assert.ok(first && second);
  const key = await log.noteCreated(project.entry, first);
  await log.noteCreated(project.entry, second);
  assert.equal(log.batch()[0]?.ruleId, second.id);
  assert.equal(log.batch(key)[0]?.ruleId, first.id);
});

test("the first failure ends a deletion: what is gone and what is left is said", async () => {
  const { project, client, log, copies, meanwhile } = setUp();
  let calls = 0;
  const failSecond = async (send: () => Promise<Response>): Promise<Response> => {
    if (++calls === 2) return new Response("{}", { status: 403 });
    meanwhile.set("DeleteSIPDispatchRule", failSecond);
    return send();
  };
  meanwhile.set("DeleteSIPDispatchRule", failSecond);
  const ruleIds = [BOOKINGS, SUPPORT, "SDR_DemoVipGuest"];
  const result = await deleteFlow({ ruleIds, batch: "b" }, project, person(true), copies);
  assert.ok(result.kind === "deleted");
  assert.equal(result.rules.length, 1);
  assert.equal(result.left.length, 2);
  assert.match(deletedWords(result), /^Deleted "Bookings" \(SDR_DemoBookings\)\. 2 rules were not deleted\./);
  const listed = await client.rules.list();
  assert.equal(listed.ok && listed.value.length, 4);
  assert.ok(log.batch("b").some(({ ruleId }) => ruleId === BOOKINGS));
});

test("of a rule in a deletion whose answer is lost nobody says that it is still there", async () => {
  const { project, client, copies, meanwhile } = setUp();
  meanwhile.set("DeleteSIPDispatchRule", (send) => {
    meanwhile.set("DeleteSIPDispatchRule", noAnswer);
    return send();
  });
  const ruleIds = [BOOKINGS, SUPPORT, "SDR_DemoVipGuest"];
  const result = await deleteFlow({ ruleIds, batch: "b" }, project, person(true), copies);
  assert.ok(result.kind === "deleted");
  const [lost] = result.left;
  assert.equal((await client.rules.get(lost!.id)).ok, false, "it is gone");
  const words = deletedWords(result);
  assert.ok(words.includes(`Whether "${lost!.name}" (${lost!.id}) was deleted is not known. 1 rule was not`));
  assert.match(words, /may have been done all the same/);
});

test("a deletion of which no answer came, and which was not done: Undo creates nothing twice", async () => {
  const { project, client, log, copies, meanwhile } = setUp();
  meanwhile.set("DeleteSIPDispatchRule", () => Promise.reject(new TypeError("fetch failed")));
  const result = await deleteFlow({ ruleIds: [BOOKINGS], batch: "b" }, project, person(true), copies);
  assert.ok(result.kind === "failed" && result.mayBeDone);
  const undone = await undoFlow(log.batch("b"), log, project, person());
  assert.ok(undone.kind === "undone");
  assert.match(undone.words, /still there/);
  const listed = await client.rules.list();
  assert.equal(listed.ok && listed.value.length, 5);
});

test("a deletion that was done although no answer came can be undone", async () => {
  const { project, log, copies, meanwhile, client } = setUp();
  meanwhile.set("DeleteSIPDispatchRule", noAnswer);
  await deleteFlow({ ruleIds: [BOOKINGS], batch: "b" }, project, person(true), copies);
  const undone = await undoFlow(log.batch("b"), log, project, person(true));
  assert.ok(undone.kind === "undone" && undone.renewed.length === 1);
  assert.ok(await deployedRule(client, "Bookings"));
});

test("an update goes back, and that can be taken back as well", async () => {
  const { project, client, log, copies } = setUp();
  const before = await deployedRule(client, "Bookings");
  const text = `{"rule": {"dispatch_rule_individual": {"room_prefix": "other"}}, "trunk_ids": ["ST_DemoMainLine"], "numbers": ["+15105550100"]}`;
  const updated = await updateFlow({ text, ruleId: BOOKINGS }, project, person(true), copies);
  assert.ok(updated.kind === "updated");
  await log.noteUpdated(updated.copy, updated.before, updated.after);
  const someone = person(true);
  assert.equal((await undoFlow(log.batch(updated.copy), log, project, someone)).kind, "undone");
  assert.equal(someone.asked[0]!.verb, "Undo");
  assert.equal(contentText((await deployedRule(client, "Bookings")).text), contentText(before.text));
  assert.equal((await undoFlow(log.batch(), log, project, person(true))).kind, "undone");
  const again = await client.rules.get(BOOKINGS);
  assert.match(again.ok ? again.value.text : "", /other/);
});

test("an update is not taken back over what somebody else has changed since", async () => {
  const { project, client, log, copies } = setUp();
  const text = `{"rule": {"dispatch_rule_individual": {"room_prefix": "other"}}, "trunk_ids": ["ST_DemoMainLine"], "numbers": ["+15105550100"]}`;
  const updated = await updateFlow({ text, ruleId: BOOKINGS }, project, person(true), copies);
  assert.ok(updated.kind === "updated");
  await log.noteUpdated(updated.copy, updated.before, updated.after);
  await client.rules.patch(BOOKINGS, `{"metadata": "theirs"}`);
  const result = await undoFlow(log.batch(), log, project, person());
  assert.ok(result.kind === "refused" && result.because === "changed");
  assert.equal(log.batch().length, 1);
});

test("what was created goes again; that it was changed meanwhile is said", async () => {
  const { project, client, log } = setUp();
  const text = `{"dispatch_rule": {"name": "New", "rule": {"dispatch_rule_direct": {"room_name": "hall", "pin": "1"}}}}`;
  const created = await createFlow({ text }, project, person(true));
  assert.ok(created.kind === "created");
  await log.noteCreated(project.entry, created.rule);
  await client.rules.patch(created.rule.id, `{"metadata": "theirs"}`);
  const someone = person(true);
  const undone = await undoFlow(log.batch(), log, project, someone);
  assert.equal(undone.kind, "undone");
  assert.match(someone.asked[0]!.lines.join("\n"), /changed since then/);
  await assert.rejects(deployedRule(client, "New"));
});

test("of many changes the oldest are forgotten with their texts, and a batch stays whole", async () => {
  const { log, texts } = undoInMemory();
  const { project, client } = openLive({ isSeeded: true });
  const rule = await deployedRule(client, "Bookings");
  const copies = log.copiesFor(project.entry);
  for (let number = 0; number < 60; number++) await copies.keep(rule, "deleted", "many");
  assert.equal(log.batch("many").length, 60);
  for (let number = 0; number < 60; number++) await copies.keep(rule, "updated");
  assert.equal(log.batch("many").length, 0);
  assert.equal(texts.size, 50);
});

test("after a deletion was undone, what was done before it can still be taken back", async () => {
  const { project, client, log, copies } = setUp();
  const before = await deployedRule(client, "Bookings");
  const text = `{"name": "Bookings", "rule": {"dispatch_rule_individual": {"room_prefix": "other"}}, "trunk_ids": ["ST_DemoMainLine"], "numbers": ["+15105550100"]}`;
  const updated = await updateFlow({ text, ruleId: BOOKINGS }, project, person(true), copies);
  assert.ok(updated.kind === "updated");
  await log.noteUpdated(updated.copy, updated.before, updated.after);
  await deleteFlow({ ruleIds: [BOOKINGS], batch: "b" }, project, person(true), copies);
  assert.equal((await undoFlow(log.batch(), log, project, person(true))).kind, "undone");
  const renewed = await deployedRule(client, "Bookings");
  assert.equal(log.batch()[0]?.ruleId, renewed.id);
  const undone = await undoFlow(log.batch(), log, project, person(true));
  assert.equal(undone.kind, "undone", JSON.stringify(undone));
  const after = await client.rules.get(renewed.id);
  assert.equal(after.ok && contentText(after.value.text), contentText(before.text));
});

test("Undo never acts on another server that has taken the project's name", async () => {
  const { project, log, copies } = setUp();
  await deleteFlow({ ruleIds: [BOOKINGS], batch: "b" }, project, person(true), copies);
  const elsewhere = openLive();
  for (const moved of [{ host: "other.example" }, { apiKey: "APIother" }]) {
    const entry = { ...project.entry, ...moved };
    const result = await undoFlow(log.batch(), log, { entry, client: elsewhere.client }, person());
    assert.ok(result.kind === "refused");
    assert.match(result.words, /in project "Test" on test\.localhost with the key .*nothing was sent/);
    assert.match(result.words, /other/);
  }
  assert.deepEqual(elsewhere.sent, []);
  assert.equal(log.batch().length, 1, "and it is kept for when the project points back");
});

test("a change is taken back where it was made, also under another name, and nowhere else", async () => {
  const { project, log, copies } = setUp();
  await deleteFlow({ ruleIds: [BOOKINGS], batch: "b" }, project, person(true), copies);
  const [change] = log.batch();
  const { entry } = project;
  const moved = { ...entry, host: "other.example" };
  const renamed = { ...entry, id: "own:New name", name: "New name" };
  assert.equal(projectOfChange(change!, [{ ...moved, id: "own:Other" }, entry]), entry);
  assert.equal(projectOfChange(change!, [moved, renamed]), renamed);
  assert.match(problemOf(projectOfChange(change!, [moved])), /points to another server, other\.example/);
  const otherKey = { ...entry, apiKey: "APIother" };
  assert.match(problemOf(projectOfChange(change!, [otherKey])), /uses the key APIother/);
  assert.match(problemOf(projectOfChange(change!, [])), /is not there any more/);
});

function problemOf(found: ReturnType<typeof projectOfChange>): string {
  return "problem" in found ? found.problem : "";
}

test("with a project go the copies of its rules, and no other's", async () => {
  const { project, client, log, copies } = setUp();
  await deleteFlow({ ruleIds: [BOOKINGS], batch: "b" }, project, person(true), copies);
  const [entry] = log.batch();
  const other = await log.noteCreated(
    { ...project.entry, id: "own:other" },
    await deployedRule(client, "VIP guests"),
  );
  await log.forgetProject(project.entry.id);
  assert.deepEqual(
    log.batch().map(({ key }) => key),
    [other],
  );
  assert.equal(await log.texts(entry!.key), undefined);
});
