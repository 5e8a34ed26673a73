/** Where the launcher gets LiveKit's server from, and what it says where it cannot. With a Go that only plays one. */
import assert from "node:assert/strict";
import { chmodSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../cli/temporary-folder.ts";
import { launch } from "./launched.ts";

const SERVER = "#!/bin/sh\necho livekit-server version 1.13.5\n";

/** A machine of the launcher's own, with these shell scripts as its programs. */
function machine(programs: Readonly<Record<string, string>>): { PATH: string; XDG_CACHE_HOME: string } {
  const scripts = Object.entries(programs).map(([name, body]) => [name, `#!/bin/sh\n${body}\n`]);
  const folder = temporaryFolder(Object.fromEntries(scripts) as Record<string, string>);
  for (const name of Object.keys(programs)) chmodSync(path.join(folder, name), 0o755);
  return { PATH: folder, XDG_CACHE_HOME: temporaryFolder() };
}

const REDIS = { "redis-server": "exit 1" };
const goThat = (does: string): string => `case $1 in env) echo go1.26.8;; ${does} esac`;

const MISSING: readonly (readonly [what: string, env: Record<string, string>, reason: RegExp])[] = [
  ["Redis", machine({}), /^\[redis\] redis-server is not installed$/],
  [
    "a Go that is new enough",
    machine({ ...REDIS, go: "echo go1.25.1" }),
    /^Go 1\.26 or newer .+ go1\.25\.1$/,
  ],
  [
    "a module proxy",
    machine({ ...REDIS, go: goThat("list) echo dial tcp: lookup failed >&2; exit 1;;") }),
    /^\[go\] no Go module proxy answers: dial tcp: lookup failed$/,
  ],
];
for (const [what, env, reason] of MISSING)
  test(`without ${what} it says so`, async () => {
    const { answer, ended } = launch(env);
    assert.match((await answer).unavailable ?? "", reason);
    assert.deepEqual(await ended, { code: 3, stderr: "" });
  });

const failing = machine({ ...REDIS, go: goThat("install) echo does not compile >&2; exit 1;;") });
test("a build that fails is a failure, with its last lines", async () => {
  const { code, stderr } = await launch(failing).ended;
  assert.equal(code, 1);
  assert.match(stderr, /could not be built:\ndoes not compile\n$/);
  assert.deepEqual(filesIn(failing.XDG_CACHE_HOME), []);
});

const building = machine({
  ...REDIS,
  go: goThat(`install) echo '${SERVER}' > $GOBIN/server; /bin/chmod 755 $GOBIN/server;;`),
});
test("what was built once is used again", async () => {
  // Redis ends at once: the launcher gets no further than to the build.
  const first = await launch(building).ended;
  assert.match(first.stderr, /^\$ .+\/go install .+\nredis-server has ended/);
  assert.deepEqual(filesIn(building.XDG_CACHE_HOME), ["livekit-server"]);
  assert.match((await launch(building).ended).stderr, /^redis-server has ended/);
});

const hanging = machine({ ...REDIS, go: goThat("install) exec /bin/sleep 60;;") });
test("a signal ends a build", async () => {
  const { child, ended } = launch(hanging);
  child.stderr.once("data", () => child.kill("SIGTERM"));
  await ended;
  assert.deepEqual(filesIn(hanging.XDG_CACHE_HOME), []);
});

/** The files below a folder, and the folders that a build works in. */
function filesIn(folder: string): readonly string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile() || entry.name.startsWith("build-")).map(({ name }) => name);
}
