/** Fresh documents, judged by LiveKit's own code: a new seed each time, printed so that a failure can be had again. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { inProject, inShared } from "../support/shared.ts";

const COUNT = 60_000;
const VERSION = "1.52.1";

function oracle(): { path: string } | { reason: string } {
  const build = inShared("oracle/go/build.sh");
  if (!build)
    return { reason: "cannot run here: the program with LiveKit's verdict is not part of the project" };
  if (spawnSync("go", ["version"]).status !== 0)
    return { reason: "cannot run here: [go] Go is not installed (apt-get install golang)" };
  const folder = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "livekit-dispatch-tests");
  const path = join(folder, `oracle-${VERSION}`);
  if (existsSync(path)) return { path };
  mkdirSync(folder, { recursive: true });
  const built = spawnSync("sh", [build, path, `v${VERSION}`], { encoding: "utf8", timeout: 15 * 60_000 });
  assert.equal(built.status, 0, `the program with LiveKit's verdict could not be built:\n${built.stderr}`);
  return { path };
}

const found = oracle();

test(
  `${COUNT} fresh documents agree with LiveKit's own code`,
  { skip: "reason" in found && found.reason },
  (t) => {
    assert.ok("path" in found);
    const seed = String(Date.now() % 1_000_000_000);
    t.diagnostic(`seed ${seed}`);
    const subject = `node ${inProject("dist/subject.mjs")}`;
    const compare = inShared("oracle/compare.mjs") ?? "";
    const result = spawnSync(
      process.execPath,
      [compare, "--mode", "decode", "--seed", seed, "--count", String(COUNT)].concat([
        "--oracle",
        found.path,
        "--schema",
        VERSION,
        "--subject",
        subject,
      ]),
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    assert.equal(result.status, 0, `seed ${seed}\n${result.stdout}\n${result.stderr}`);
    assert.match(result.stdout, new RegExp(`decode: ${COUNT} cases, 0 disagreements`));
  },
);
