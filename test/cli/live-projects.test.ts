/** Which project a command takes, with a home folder as `lk` leaves it. */
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { describe, test } from "node:test";
import { liveProject, NOBODY, ruleFor, SECRET } from "./live-project.ts";
import { cli, type Ran } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const project = await liveProject();
const config = `default_project: prod
projects:
    - name: prod
      url: ${project.url}
      api_key: devkey
      api_secret: ${SECRET}
`;
const home = temporaryFolder({ ".livekit/cli-config.yaml": config });
chmodSync(`${home}/.livekit/cli-config.yaml`, 0o600);
const folder = temporaryFolder({
  ".env": `LIVEKIT_URL=wss://env.livekit.cloud\nLIVEKIT_API_KEY=k\nLIVEKIT_API_SECRET=${SECRET}\n`,
});

function run(words: string, env: Record<string, string> = {}, stdin = ""): Promise<Ran> {
  return cli(words.split(" "), { cwd: folder, stdin, env: { ...NOBODY, HOME: home, ...env } });
}

describe("the default project of lk", () => {
  test("is taken, and every command says so", async () => {
    const { stderr, code } = await run("list");
    assert.match(
      stderr,
      /^Project "prod" \(127\.0\.0\.1:\d+\): it is the default project in .+cli-config\.yaml\.\n/,
    );
    assert.doesNotMatch(stderr, /Note: lk/);
    assert.equal(code, 0);
  });
  test("an unknown name is refused, and nothing is created where lk would have", async () => {
    const { stderr, code } = await run("create --yes --project prdo -", {}, JSON.stringify(ruleFor("a")));
    assert.match(stderr, /^There is no project "prdo"\. Did you mean "prod"\? There is "prod"\.\n/);
    assert.match(stderr, /Note: lk would take its only project "prod" .+ in a script, without a word\./);
    assert.equal(code, 2);
    assert.deepEqual(project.emulator.store.list("rule"), []);
  });
  test("others can read the file: a warning", async () => {
    const open = temporaryFolder({ ".livekit/cli-config.yaml": config });
    chmodSync(`${open}/.livekit/cli-config.yaml`, 0o644);
    assert.match(
      (await run("list", { HOME: open })).stderr,
      /Warning: Others on this machine can read the secrets/,
    );
  });
});

describe("projects", () => {
  test("says which is taken, what lost and what lk takes", async () => {
    const { stdout, code } = await run("projects");
    assert.match(stdout, /^\* prod {2}127\.0\.0\.1:\d+ {2}/);
    assert.match(
      stdout,
      /\nLost: a \.env file, "\.env" \(env\.livekit\.cloud\): what was taken goes before it\n/,
    );
    assert.match(stdout, /\nlk takes project "prod" \(127\.0\.0\.1:\d+\)\n$/);
    assert.equal(code, 0);
  });
  test("a .env file where lk has nothing", async () => {
    const { stdout, stderr } = await run("projects --json", { HOME: folder });
    const { project: taken, isSameAsLk } = JSON.parse(stdout) as {
      project: { source: string };
      isSameAsLk: boolean;
    };
    assert.equal(taken.source, "dot-env");
    assert.equal(isSameAsLk, false);
    assert.match(stderr, /Note: lk stops in a script: no projects configured/);
  });
  test("none", async () => {
    const { code, stdout } = await run("projects --json --project nope");
    assert.equal((JSON.parse(stdout) as { project: null }).project, null);
    assert.equal(code, 2);
  });
  test("no secret is shown", async () => {
    for (const words of ["projects", "projects --json", "projects --project nope"]) {
      const { stdout, stderr } = await run(words);
      assert.ok(!(stdout + stderr).includes(SECRET));
    }
  });
});
