import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { NOBODY, ruleFor } from "./live-project.ts";
import { cli, program } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

interface Ready {
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

async function start(
  ...words: string[]
): Promise<{ child: ChildProcess; ready: Ready; env: Record<string, string> }> {
  const child = spawn(process.execPath, [program, "emulator", "--port", "0", "--json", ...words]);
  after(() => child.kill("SIGKILL"));
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const ready = JSON.parse(line) as Ready;
  const { url: LIVEKIT_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET } = ready;
  return { child, ready, env: { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, "exit");
  child.kill(signal);
  const [code] = (await exit) as [number | null];
  return code;
}

test("ready in one line, the demo's rules in it, and a clean end", async () => {
  const { child, ready, env } = await start(
    "--seed",
    "demo",
    "--api-key",
    "key",
    "--api-secret",
    "secret-of-mine",
  );
  assert.deepEqual(Object.keys(ready), ["url", "apiKey", "apiSecret"]);
  assert.match(ready.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const { stdout } = await cli(["list"], { env: { ...NOBODY, ...env } });
  assert.match(stdout, /SDR_DemoBookings +Bookings/);
  assert.equal(await stop(child, "SIGTERM"), 0);
});

test("what is kept in a file is there again", async () => {
  const data = path.join(temporaryFolder(), "store.ndjson");
  const first = await start("--data", data);
  const created = await cli(["create", "--yes", "-"], {
    env: { ...NOBODY, ...first.env },
    stdin: JSON.stringify(ruleFor("kept")),
  });
  assert.equal(created.code, 0);
  const other = await cli(["emulator", "--port", "0", "--data", data]);
  assert.match(other.stderr, /cannot be used: another emulator is using this file/);
  assert.equal(other.code, 1);
  assert.equal(await stop(first.child, "SIGINT"), 0);
  const second = await start("--data", data);
  const { stdout } = await cli(["get", "kept"], { env: { ...NOBODY, ...second.env } });
  assert.match(stdout, /"name": "kept"/);
  assert.equal(await stop(second.child, "SIGTERM"), 0);
});

test("a port that is taken", async () => {
  const { child, ready } = await start();
  const { port } = new URL(ready.url);
  const { code, stderr } = await cli(["emulator", "--port", port]);
  assert.match(stderr, /cannot be had: something else uses it/);
  assert.equal(code, 1);
  await stop(child, "SIGTERM");
});
