/** Updating: what changes and what would be cleared is seen first, and nobody's work is undone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { renameFlow } from "../../../client/rules/flows/rename.ts";
import { updateFlow } from "../../../client/rules/flows/update.ts";
import { deployedRule, noAnswer, openLive, person, undoInMemory } from "./support/live.ts";

const ruleId = "SDR_DemoVipGuest";
const FILE = `{"rule": {"dispatch_rule_individual": {"room_prefix": "guest"}}, "name": "VIP guests",
  "trunk_ids": ["ST_DemoMainLine"], "inbound_numbers": ["+15105550188"], "hide_phone_number": true}`;

async function setUp() {
  const live = openLive({ isSeeded: true });
  const undo = undoInMemory();
  const copies = undo.log.copiesFor(live.project.entry);
  const base = await deployedRule(live.client, "VIP guests");
  live.sent.length = 0;
  return { ...live, ...undo, copies, base };
}

test("the question names what is cleared first, then the rest", async () => {
  const { project, copies, client } = await setUp();
  const someone = person(true);
  const result = await updateFlow({ text: FILE, ruleId }, project, someone, copies);
  assert.equal(result.kind, "updated");
  const [change] = someone.asked;
  assert.equal(change!.question, `Update "VIP guests" (${ruleId})? 1 added, 1 changed, 1 cleared.`);
  assert.deepEqual(change!.lines, [
    `- attributes.tier: "gold" would be cleared`,
    `~ rule.dispatch_rule_individual.room_prefix: "vip" → "guest"`,
    "+ hide_phone_number: true",
  ]);
  assert.match(await client.rules.get(ruleId).then((each) => (each.ok ? each.value.text : "")), /guest/);
});

test("the rule as it was is kept before anything is sent", async () => {
  const { project, copies, base, log } = await setUp();
  await updateFlow({ text: FILE, ruleId }, project, person(true), copies);
  const [entry] = log.batch();
  assert.equal(entry?.kind, "updated");
  assert.equal((await log.texts(entry.key))?.before?.text, base.text);
});

test("without a place for the copy nothing is sent", async () => {
  const { project, sent } = await setUp();
  const copies = undoInMemory(true).log.copiesFor(project.entry);
  const result = await updateFlow({ text: FILE, ruleId }, project, person(true), copies);
  assert.ok(result.kind === "refused");
  assert.match(result.words, /could not be kept/);
  assert.ok(!sent.includes("UpdateSIPDispatchRule"));
});

test("a file that says the same asks nothing and sends nothing", async () => {
  const { project, copies, base, sent } = await setUp();
  const result = await updateFlow({ text: base.text, ruleId }, project, person(), copies);
  assert.equal(result.kind, "same");
  assert.ok(!sent.includes("UpdateSIPDispatchRule"));
});

test("somebody changed the rule since the document was opened: refused", async () => {
  const { project, copies, base, client, sent } = await setUp();
  await client.rules.patch(ruleId, `{"metadata": "theirs"}`);
  sent.length = 0;
  const result = await updateFlow({ text: FILE, ruleId, base: base.text }, project, person(), copies);
  assert.ok(result.kind === "refused" && result.because === "changed");
  assert.ok(!sent.includes("UpdateSIPDispatchRule"));
});

test("somebody changes the rule while the question is open: refused, and theirs stays", async () => {
  const { project, copies, client, log } = await setUp();
  const someone = person(async () => (await client.rules.patch(ruleId, `{"metadata": "theirs"}`)).ok);
  const result = await updateFlow({ text: FILE, ruleId }, project, someone, copies);
  assert.ok(result.kind === "refused" && result.because === "changed");
  assert.match((await deployedRule(client, "VIP guests")).text, /theirs/);
  assert.deepEqual(log.batch(), []);
});

test("the rule was deleted meanwhile: refused, with that reason", async () => {
  const { project, copies, client } = await setUp();
  await client.rules.delete(ruleId);
  const result = await updateFlow({ text: FILE, ruleId }, project, person(), copies);
  assert.ok(result.kind === "refused" && result.because === "gone");
});

test("a file about another rule is not taken", async () => {
  const { project, copies } = await setUp();
  const text = FILE.replace("{", `{"sip_dispatch_rule_id": "SDR_other", `);
  const result = await updateFlow({ text, ruleId }, project, person(), copies);
  assert.ok(result.kind === "refused");
  assert.match(result.words, /SDR_other/);
});

test("an update that would take another rule's calls is refused with that rule", async () => {
  const { project, copies } = await setUp();
  const text = `{"rule": {"dispatch_rule_individual": {"room_prefix": "x"}}}`;
  const result = await updateFlow({ text, ruleId }, project, person(), copies);
  assert.ok(result.kind === "refused");
  assert.equal(result.rule?.id, "SDR_DemoAnyPhone");
});

test("no answer: it may be done, and the copy stays for Undo", async () => {
  const { project, copies, meanwhile, log } = await setUp();
  meanwhile.set("UpdateSIPDispatchRule", noAnswer);
  const result = await updateFlow({ text: FILE, ruleId }, project, person(true), copies);
  assert.ok(result.kind === "failed" && result.mayBeDone);
  assert.equal(log.batch()[0]?.kind, "updated");
});

test("refused by the server: nothing to undo", async () => {
  const { project, copies, meanwhile, log, client } = await setUp();
  meanwhile.set("UpdateSIPDispatchRule", async (send) => {
    await client.rules.delete(ruleId);
    return send();
  });
  const result = await updateFlow({ text: FILE, ruleId }, project, person(true), copies);
  assert.equal(result.kind, "failed");
  assert.deepEqual(log.batch(), []);
});

test("a new name leaves everything else alone", async () => {
  const { project, copies, base, client } = await setUp();
  const someone = person(true);
  const result = await renameFlow({ ruleId, name: "Guests of honor" }, project, someone, copies);
  assert.equal(result.kind, "updated");
  const now = await deployedRule(client, "Guests of honor");
  assert.deepEqual(
    { ...(JSON.parse(now.text) as object), name: "" },
    { ...(JSON.parse(base.text) as object), name: "" },
  );
  assert.match(someone.asked[0]!.lines.join(), /New name: "Guests of honor"/);
});

test("a rule that others change while its name is asked about is not renamed: Undo would bring back the older one", async () => {
  const { project, copies, client, sent, log } = await setUp();
  const someone = person(async () => (await client.rules.patch(ruleId, `{"metadata": "theirs"}`)).ok);
  const patches = () => sent.filter((method) => method === "UpdateSIPDispatchRule").length;
  const result = await renameFlow({ ruleId, name: "Guests of honor" }, project, someone, copies);
  assert.ok(result.kind === "refused" && result.because === "changed", JSON.stringify(result));
  assert.match(result.words, /Nothing was renamed/);
  assert.equal(patches(), 1, "only the one of the others");
  assert.deepEqual(log.batch(), []);
  const now = await deployedRule(client, "VIP guests");
  assert.match(now.text, /theirs/);
});

test("a rule that is gone by the time of the answer is not renamed, and no copy is left", async () => {
  const { project, copies, client, log } = await setUp();
  const someone = person(async () => (await client.rules.delete(ruleId)).ok);
  const result = await renameFlow({ ruleId, name: "Guests of honor" }, project, someone, copies);
  assert.ok(result.kind === "failed" && !result.mayBeDone, JSON.stringify(result));
  assert.deepEqual(log.batch(), []);
});
