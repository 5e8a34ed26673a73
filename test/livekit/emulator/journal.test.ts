import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { createClient } from "../../../livekit/client.ts";
import { createEmulator } from "../../../livekit/emulator/emulator.ts";
import { emulatorFetch } from "../../../livekit/emulator/fetch.ts";
import { FileInUse } from "../../../livekit/emulator/journal/lock/node.ts";
import { openFileStore } from "../../../livekit/emulator/journal/node.ts";
import {
  changeLine,
  headerLine,
  readRecords,
  UnreadableStore,
} from "../../../livekit/emulator/journal/records.ts";
import { Store, type Change } from "../../../livekit/emulator/store.ts";
import { KEY } from "../support/servers.ts";

const CHANGES: readonly Change[] = [
  { kind: "rule", id: "SDR_1", fields: { name: "ä\n1" } },
  { kind: "inboundTrunk", id: "ST_1", fields: {} },
  { kind: "rule", id: "SDR_1" },
];
const TEXT = headerLine() + CHANGES.map(changeLine).join("");

describe("the text of a file", () => {
  test("is read back as it was written", () => assert.deepEqual(readRecords(TEXT), CHANGES));
  test("of no length is an empty store", () => assert.deepEqual(readRecords(""), []));

  test("cut off anywhere has the changes whose lines are whole", () => {
    for (let length = 0; length < TEXT.length; length++) {
      const text = TEXT.slice(0, length);
      const whole = text.split("\n").length - 2;
      assert.deepEqual(readRecords(text), CHANGES.slice(0, Math.max(0, whole)), `at ${length}`);
    }
  });

  const damaged: readonly (readonly [title: string, text: string])[] = [
    ["somebody else's", `{"name": "package"}\n`],
    ["of a later version", TEXT.replace(`"version":1`, `"version":2`)],
    ["damaged in the middle", TEXT.replace(`"kind":"inboundTrunk"`, `"kind":`)],
  ];
  for (const [title, text] of damaged)
    test(`${title} is refused`, () => assert.throws(() => readRecords(text), UnreadableStore));
});

describe("a store in a file", () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "store-"));
    path = join(folder, "store");
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("is there again when it is opened again", async () => {
    const first = await openFileStore(path);
    for (const { kind, id, fields } of CHANGES) if (fields) first.store.put(kind, id, fields);
    await first.close();
    const second = await openFileStore(path);
    assert.deepEqual([...second.store.contents()], CHANGES.slice(0, 2));
    await second.close();
  });

  test("is readable for its owner only", async () => {
    await (await openFileStore(path)).close();
    if (process.platform !== "win32") assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  test("stays small while the same rule is changed again and again", async () => {
    const { store, close } = await openFileStore(path, { compactBytes: 10_000 });
    for (let round = 0; round < 1000; round++) {
      store.put("rule", "SDR_1", { name: `${round}`.padStart(100) });
      await store.settled();
    }
    await close();
    assert.ok((await stat(path)).size < 20_000);
    assert.equal(readRecords(await readFile(path, "utf8")).at(-1)?.fields?.["name"], "999".padStart(100));
  });

  test("is held by one emulator at a time", async () => {
    const first = await openFileStore(path);
    await assert.rejects(openFileStore(path), FileInUse);
    await first.close();
    await (await openFileStore(path)).close();
  });

  test("that a killed process held is free again", async () => {
    await writeFile(`${path}.lock`, "999999999");
    await (await openFileStore(path)).close();
    await writeFile(`${path}.lock`, "");
    await (await openFileStore(path)).close();
  });

  test("of somebody else is left as it is", async () => {
    await writeFile(path, "my diary\n");
    await assert.rejects(openFileStore(path), UnreadableStore);
    assert.equal(await readFile(path, "utf8"), "my diary\n");
    await writeFile(path, "my diary");
    await assert.rejects(openFileStore(path), UnreadableStore);
    assert.equal(await readFile(path, "utf8"), "my diary");
  });

  test("whose disk is full acknowledges nothing", async () => {
    const journal = {
      append: () => {},
      settled: () => Promise.reject(new Error("ENOSPC: no space left on device")),
    };
    const emulator = createEmulator({ ...KEY, store: new Store([], journal) });
    const connection = { project: "test", url: "http://emulator.localhost", ...KEY };
    const client = createClient(connection, { fetch: emulatorFetch(emulator) });
    const created = await client.rules.create(`{"rule": {"dispatchRuleDirect": {}}}`);
    assert.ok(!created.ok && created.failure.kind === "rejected");
    assert.deepEqual([created.failure.status, created.failure.effect], [500, "unknown"]);
  });
});
