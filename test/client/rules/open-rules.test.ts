/** Deployed rules as documents: what a save is held against, and what automatic saving does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { AskedSaves, OpenRules } from "../../../client/rules/documents/open-rules.ts";

function rule(room: string, more = ""): DeployedRule {
  const text = `{"sip_dispatch_rule_id":"SDR_a","rule":{"dispatch_rule_direct":{"room_name":"${room}"}}${more}}`;
  return { id: "SDR_a", name: "", text };
}
const DOCUMENT = "livekit-rule:/a.dispatch-rule.json";
const SERVER = { host: "a.example", apiKey: "APIa" };
const always = (): boolean => true;

test("automatic saving is never taken for a save that was asked for", () => {
  const saves = new AskedSaves();
  assert.equal(saves.take(DOCUMENT), false, "nobody said anything");
  saves.note(DOCUMENT, false);
  assert.equal(saves.take(DOCUMENT), false);
  saves.note(DOCUMENT, true);
  saves.note(DOCUMENT, false);
  assert.equal(saves.take(DOCUMENT), false, "the later one counts");
  saves.note(DOCUMENT, true);
  assert.equal(saves.take("livekit-rule:/other.json"), false);
  assert.equal(saves.take(DOCUMENT), true);
  assert.equal(saves.take(DOCUMENT), false, "for one write");
});

test("the time grows with every other text, and only then", () => {
  let now = 100;
  const open = new OpenRules(() => now);
  assert.equal(open.show(DOCUMENT, rule("x"), SERVER).mtime, 100);
  now = 200;
  assert.equal(
    open.show(DOCUMENT, rule("x", `,"media":{}`), SERVER).mtime,
    100,
    "a default makes no other text",
  );
  assert.equal(open.show(DOCUMENT, rule("y"), SERVER).mtime, 200);
  now = 50;
  assert.equal(open.show(DOCUMENT, rule("z"), SERVER).mtime, 201, "also when the clock was set back");
});

test("what others change is shown; what they delete is deleted, once; what comes back is shown", () => {
  const open = new OpenRules(() => 1);
  open.show(DOCUMENT, rule("x"), SERVER);
  assert.deepEqual(open.note([rule("x")], always), []);
  assert.deepEqual(open.note([rule("y")], always), [{ address: DOCUMENT, change: "changed" }]);
  assert.match(open.get(DOCUMENT)!.base.text, /"y"/);
  assert.deepEqual(open.note([], always), [{ address: DOCUMENT, change: "deleted" }]);
  assert.deepEqual(open.note([], always), []);
  assert.deepEqual(open.note([rule("y")], always), [{ address: DOCUMENT, change: "changed" }]);
});

test("what is being edited stays held against what the editor began with", () => {
  const open = new OpenRules(() => 1);
  open.show(DOCUMENT, rule("x"), SERVER);
  assert.deepEqual(
    open.note([rule("y")], () => false),
    [],
  );
  assert.match(open.get(DOCUMENT)!.base.text, /"x"/);
});

test("to go over what others did changes what is compared with, and not the time", () => {
  const open = new OpenRules(() => 1);
  const { mtime } = open.show(DOCUMENT, rule("x"), SERVER);
  open.overwriteNext(DOCUMENT, rule("y"));
  assert.match(open.get(DOCUMENT)!.base.text, /"y"/);
  assert.equal(open.get(DOCUMENT)!.mtime, mtime);
});

test("what was read from another server is told from what the project points to now", () => {
  const open = new OpenRules(() => 1);
  open.show(DOCUMENT, rule("x"), SERVER);
  open.note([rule("y")], always);
  assert.equal(open.isFromElsewhere(DOCUMENT, { ...SERVER }), false);
  assert.equal(open.isFromElsewhere(DOCUMENT, { ...SERVER, host: "b.example" }), true);
  assert.equal(open.isFromElsewhere(DOCUMENT, { ...SERVER, apiKey: "APIb" }), true);
  assert.equal(open.isFromElsewhere("livekit-rule:/unknown.json", SERVER), false);
});
