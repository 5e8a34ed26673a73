/** What only a person at a terminal, or somebody else at the same time, can do: `update` called directly. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { Session } from "../../cli/live/session.ts";
import { Stopped } from "../../cli/live/session.ts";
import { undoCopies } from "../../cli/live/undo.ts";
import { deleteRules } from "../../cli/live/delete.ts";
import { updateFromFile } from "../../cli/live/update.ts";
import { createClient } from "../../livekit/client.ts";
import { createEmulator } from "../../livekit/emulator/emulator.ts";
import { emulatorFetch } from "../../livekit/emulator/fetch.ts";
import { canary } from "../livekit/support/canary.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const emulator = createEmulator({ apiKey: "devkey", apiSecret: canary("update") });
const client = createClient(
  { project: "test", url: "http://127.0.0.1:7880", apiKey: "devkey", apiSecret: canary("update") },
  { fetch: emulatorFetch(emulator) },
);
const folder = temporaryFolder();
const copies = undoCopies({ undo: path.join(folder, "undo"), "no-undo": false });

async function setUp(): Promise<{ id: string; file: string; session: Session; said: string[] }> {
  const name = `rule-${emulator.store.list("rule").length}`;
  const rule = { name, trunkIds: [name], rule: { dispatchRuleDirect: { roomName: "a" } } };
  const created = await client.rules.create(JSON.stringify(rule));
  assert.ok(created.ok);
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify({ ...rule, rule: { dispatchRuleDirect: { roomName: "b" } } }));
  const said: string[] = [];
  const project = { name: "test", host: "127.0.0.1:7880", source: "named", why: "" };
  const session = {
    client,
    project,
    projectOptions: "",
    isJson: true,
    say: (text: string) => said.push(text),
    print: () => Promise.resolve(),
  };
  return { id: created.value.id, file, session, said };
}

async function roomOf(id: string): Promise<string> {
  const rule = await client.rules.get(id);
  return (/"room_name": ?"(\w+)"/.exec(rule.ok ? rule.value.text : "") ?? [])[1] ?? "";
}

test("a rule that changed between the question and the answer is left alone", async () => {
  const { id, file, session } = await setUp();
  const confirm = async (): Promise<boolean> => {
    await client.rules.patch(id, '{"rule": {"dispatchRuleDirect": {"roomName": "other"}}}');
    return true;
  };
  await assert.rejects(
    updateFromFile({ path: file, id, isDryRun: false, keepsUnknown: false, confirm, copies }, session),
    (error) =>
      error instanceof Stopped && error.code === 1 && error.message.includes("has changed since it was read"),
  );
  assert.equal(await roomOf(id), "other");
});

test("a rule that changed between the question and the answer is not deleted: its copy would be the older one", async () => {
  const { id, session } = await setUp();
  const confirm = async (): Promise<boolean> => {
    await client.rules.patch(id, '{"rule": {"dispatchRuleDirect": {"roomName": "other"}}}');
    return true;
  };
  await assert.rejects(
    deleteRules({ words: [id], isDryRun: false, confirm, copies }, session),
    /has changed since it was read; nothing was deleted/,
  );
  assert.equal(await roomOf(id), "other");
});

test("no is no", async () => {
  const { id, file, session } = await setUp();
  const confirm = () => Promise.resolve(false);
  await assert.rejects(
    updateFromFile({ path: file, id, isDryRun: false, keepsUnknown: false, confirm, copies }, session),
    /Nothing was updated/,
  );
  assert.equal(await roomOf(id), "a");
});

test("the differences stand in front of the question, which names the project", async () => {
  const { id, file, session, said } = await setUp();
  const confirm = (question: string): Promise<boolean> => {
    assert.match(question, /^Update SDR_\w+ "rule-\d" in project "test" \(127\.0\.0\.1:7880\)\?$/);
    assert.match(said.join(""), /~ rule\.dispatch_rule_direct\.room_name: "a" → "b"\n/);
    return Promise.resolve(true);
  };
  assert.equal(
    await updateFromFile({ path: file, id, isDryRun: false, keepsUnknown: false, confirm, copies }, session),
    0,
  );
  assert.equal(await roomOf(id), "b");
});
