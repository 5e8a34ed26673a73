/** The launcher of the real server: whoever starts it is left with nothing, however it ends. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { given } from "./given.ts";
import { launch, type Launched } from "./launched.ts";

const options = given.skip === undefined ? {} : { skip: given.skip };

const ENDINGS: readonly (readonly [how: string, end: (launched: Launched) => void])[] = [
  ["SIGTERM", ({ child }) => child.kill("SIGTERM")],
  ["SIGINT", ({ child }) => child.kill("SIGINT")],
  ["the end of its input, as when its parent is killed", ({ child }) => child.stdin.end()],
];

for (const [how, end] of ENDINGS) {
  const TMPDIR = temporaryFolder();
  test(`both servers end on ${how}, and no file stays`, options, async () => {
    const launched = launch({ TMPDIR });
    const { url = "" } = await launched.answer;
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.ok((await fetch(url)).ok);
    const servers = serversOf(launched.child.pid!);
    end(launched);
    assert.equal((await launched.ended).code, 0);
    await assert.rejects(fetch(url));
    assert.deepEqual(servers.filter(isAlive), []);
    assert.deepEqual(ours(TMPDIR), []);
  });
}

function ours(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith("livekit-"));
}

/** The servers among its children. Linux tells; elsewhere the address that no longer answers has to do. */
function serversOf(pid: number): readonly number[] {
  if (!existsSync("/proc/self/stat")) return [];
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const found = processes.map(Number).filter((other) => isServerOf(pid, other));
  assert.equal(found.length, 2, "Redis and LiveKit");
  return found;
}

function isServerOf(parent: number, pid: number): boolean {
  try {
    // PID (name) state parent …
    const [, name, itsParent] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return Number(itsParent) === parent && /^(redis|livekit)-server/.test(name ?? "");
  } catch {
    return false; // it has just ended
  }
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}
