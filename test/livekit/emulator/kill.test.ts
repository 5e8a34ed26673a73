/** The emulator killed at random points, a hundred times: no acknowledged write is lost, the file is always readable. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import { createClient, type LiveKitClient } from "../../../livekit/client.ts";
import { openFileStore } from "../../../livekit/emulator/journal/node.ts";
import { KEY } from "../support/servers.ts";

const LANES = 4;
const KILLS_PER_LANE = 25;

/** What the file must say of a rule after the kill; `unsure`: the answer never came. */
type Expected = Map<string, "there" | "gone" | "unsure">;

describe("killed at random points", { concurrency: LANES }, () => {
  let folder: string;
  let program: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "kill-"));
    program = join(folder, "kill-target.mjs");
    const source = new URL("../support/kill-target.ts", import.meta.url).pathname;
    await build({
      entryPoints: [source],
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "error",
    });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (let lane = 0; lane < LANES; lane++)
    test(`file ${lane + 1}, ${KILLS_PER_LANE} times`, async () => {
      const path = join(folder, `store-${lane}`);
      const expected: Expected = new Map();
      for (let kill = 0; kill < KILLS_PER_LANE; kill++) {
        const child = spawn(process.execPath, [program, path, KEY.apiKey, KEY.apiSecret], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        const exited = once(child, "exit");
        // Every fifth is killed while it starts, the others under load.
        if (kill % 5 === 0) await pause(Math.random() * 150);
        else await underLoad(child, expected, kill);
        child.kill("SIGKILL");
        await exited;
        await checkFile(path, expected);
      }
      assert.ok(expected.size > 0);
    });
});

async function underLoad(child: ChildProcess, expected: Expected, round: number): Promise<void> {
  const [line] = (await once(child.stdout!, "data")) as [Buffer];
  const connection = { project: "test", url: line.toString().trim(), ...KEY };
  const client = createClient(connection, { timeoutMs: 5000 });
  let isOver = false;
  const workers = Array.from({ length: 8 }, async (_, worker) => {
    for (let count = 0; !isOver; count++)
      isOver ||= !(await change(client, expected, `${round}-${worker}-${count}`));
  });
  await pause(Math.random() * 120);
  child.kill("SIGKILL");
  isOver = true;
  await Promise.all(workers);
}

/** Makes a rule and sometimes deletes it again. @returns whether the server is still there */
async function change(client: LiveKitClient, expected: Expected, pin: string): Promise<boolean> {
  const created = await client.rules.create(
    `{"rule": {"dispatchRuleDirect": {"roomName": "r", "pin": "${pin}"}}}`,
  );
  if (!created.ok) return false;
  const { id } = created.value;
  expected.set(id, "there");
  if (Math.random() < 0.5) return true;
  expected.set(id, "unsure");
  const deleted = await client.rules.delete(id);
  if (deleted.ok) expected.set(id, "gone");
  return deleted.ok;
}

async function checkFile(path: string, expected: Expected): Promise<void> {
  const { store, close } = await openFileStore(path);
  for (const [id, state] of expected) {
    const isThere = store.get("rule", id) !== undefined;
    if (state !== "unsure") assert.equal(isThere, state === "there", `${id} should be ${state}`);
    // From now on it is what the file says.
    else expected.set(id, isThere ? "there" : "gone");
  }
  await close();
}
