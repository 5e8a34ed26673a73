/** The copy of a rule before it is replaced or deleted, and the printed command that brings it back. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { undoFolder } from "../../cli/live/undo-folder.ts";
import { shellWord } from "../../cli/terminal/shell-word.ts";
import { liveProject, NOBODY, ruleFor, SECRET } from "./live-project.ts";
import type { Ran } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const { url, run, store, client } = await liveProject();

/** Runs the command that was printed, as a shell would. */
function runPrinted(stderr: string): Promise<Ran> {
  const [, line = ""] = /To undo it[^:]*: livekit-dispatch (.+)\n/.exec(stderr) ?? [];
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const [command = "", ...rest] = words;
  return run([command, "--yes", ...rest]);
}

async function textOf(id: string): Promise<unknown> {
  const rule = await client.rules.get(id);
  return rule.ok ? JSON.parse(rule.value.text) : rule.failure.kind;
}

describe("update", () => {
  test("keeps the rule as it was, with everything, in the user's state folder", async () => {
    const id = await store(
      ruleFor("Before", { attributes: { a: "b" }, krispEnabled: true, numbers: ["+1"], metadata: "m" }),
    );
    const before = await textOf(id);
    const HOME = temporaryFolder();
    const stdin = JSON.stringify(ruleFor("Before", { name: "After" }));
    const { stderr, code } = await run(["update", "--yes", "--id", id, "-"], { stdin, env: { HOME } });
    assert.equal(code, 0);
    assert.notDeepEqual(await textOf(id), before);
    const folder = path.join(HOME, ".local/state/livekit-dispatch/undo");
    const [file, ...others] = readdirSync(folder);
    assert.deepEqual(others, []);
    assert.match(file ?? "", new RegExp(`^${id}\\.\\d{8}T\\d{6}Z\\.json$`));
    assert.ok(stderr.includes(`livekit-dispatch update ${path.join(folder, file!)}\n`), stderr);
    if (process.platform !== "win32") {
      assert.equal(statSync(folder).mode & 0o777, 0o700);
      assert.equal(statSync(path.join(folder, file!)).mode & 0o777, 0o600);
    }
    assert.equal((await runPrinted(stderr)).code, 0);
    assert.deepEqual(await textOf(id), before);
  });

  test("a folder of one's own, and no copy over another one", async () => {
    const id = await store(ruleFor("Twice"));
    const undo = path.join(temporaryFolder(), "it's here");
    for (const name of ["One", "Two", "Three"]) {
      const stdin = JSON.stringify(ruleFor("Twice", { name }));
      const ran = await run(["update", "--yes", "--json", "--undo", undo, "--id", id, "-"], { stdin });
      const { undo: kept } = JSON.parse(ran.stdout) as { undo: { file: string; command: string } };
      assert.equal(kept.command, `livekit-dispatch update ${shellWord(kept.file)}`);
    }
    const names = readdirSync(undo).map(
      (file) => (JSON.parse(readFileSync(path.join(undo, file), "utf8")) as { name: string }).name,
    );
    assert.deepEqual(names.sort(), ["One", "Twice", "Two"]);
  });

  test("the same project is meant, and its secret is not repeated", async () => {
    const id = await store(ruleFor("Flags"));
    const options = ["--url", url, "--api-key", "devkey", "--api-secret", SECRET];
    const stdin = JSON.stringify(ruleFor("Flags", { name: "Other" }));
    const { stderr } = await run(["update", "--yes", ...options, "--id", id, "-"], { stdin });
    const again = `livekit-dispatch update --url ${url} --api-key devkey --api-secret SECRET /`;
    assert.ok(stderr.includes(again), stderr);
    assert.ok(!stderr.includes(SECRET));
  });

  test("where no copy can be written nothing is sent", { skip: process.platform === "win32" }, async () => {
    const id = await store(ruleFor("Locked"));
    const before = await textOf(id);
    const file = path.join(temporaryFolder({ taken: "" }), "taken");
    const stdin = JSON.stringify(ruleFor("Locked", { name: "Other" }));
    const { stderr, code } = await run(["update", "--yes", "--undo", file, "--id", id, "-"], { stdin });
    assert.match(
      stderr,
      /Nothing was changed, because the rule as it was cannot be kept in .*--no-undo\.\n$/,
    );
    assert.equal(code, 2);
    assert.deepEqual(await textOf(id), before);
    const without = await run(["update", "--yes", "--no-undo", "--id", id, "-"], { stdin });
    assert.equal(without.code, 0);
    assert.doesNotMatch(without.stderr, /To undo it/);
  });

  test("a dry run and no difference leave no file", async () => {
    const id = await store(ruleFor("Dry"));
    const undo = temporaryFolder();
    const stdin = JSON.stringify(ruleFor("Dry", { name: "Other" }));
    await run(["update", "--dry-run", "--undo", undo, "--id", id, "-"], { stdin });
    await run(["update", "--yes", "--undo", undo, "--id", id, "-"], {
      stdin: JSON.stringify(ruleFor("Dry")),
    });
    assert.deepEqual(readdirSync(undo), []);
  });
});

describe("delete", () => {
  test("each rule is kept, and all come back with one command", async () => {
    const ids = [await store(ruleFor("Gone1", { numbers: ["+1"] })), await store(ruleFor("Gone2"))];
    const undo = temporaryFolder();
    const { stderr, code } = await run(["delete", "--yes", "--undo", undo, ...ids]);
    assert.equal(code, 0);
    assert.deepEqual(await Promise.all(ids.map(textOf)), ["notFound", "notFound"]);
    assert.match(stderr, /\nTo undo it, with new ids: livekit-dispatch create \/\S+ \/\S+\n$/);
    assert.equal((await runPrinted(stderr)).code, 0);
    const back = await client.rules.list();
    const names = back.ok ? back.value.map(({ name }) => name) : [];
    assert.ok(names.includes("Gone1") && names.includes("Gone2"));
    assert.match(JSON.stringify(back.ok && back.value.find(({ name }) => name === "Gone1")), /\+1/);
  });

  test("where one copy cannot be written no rule goes", { skip: process.platform === "win32" }, async () => {
    const id = await store(ruleFor("Stays"));
    const file = path.join(temporaryFolder({ taken: "" }), "taken");
    const { code } = await run(["delete", "--yes", "--undo", file, id]);
    assert.equal(code, 2);
    assert.notEqual(await textOf(id), "notFound");
  });

  test("both options at once are refused", async () => {
    const { code, stderr } = await run(["delete", "--yes", "--undo", "a", "--no-undo", "x"]);
    assert.match(stderr, /exclude each other/);
    assert.equal(code, 2);
  });
});

describe("the folder, by the system's custom", () => {
  const cases: readonly (readonly [
    platform: NodeJS.Platform,
    env: Record<string, string>,
    folder?: string,
  ])[] = [
    ["linux", { HOME: "/home/me" }, "/home/me/.local/state/livekit-dispatch/undo"],
    ["linux", { HOME: "/home/me", XDG_STATE_HOME: "/state" }, "/state/livekit-dispatch/undo"],
    ["linux", { HOME: "/home/me", XDG_STATE_HOME: "here" }, "/home/me/.local/state/livekit-dispatch/undo"],
    ["darwin", { HOME: "/Users/me" }, "/Users/me/.local/state/livekit-dispatch/undo"],
    ["linux", {}],
    ["linux", { HOME: "relative" }],
    ["win32", { LOCALAPPDATA: "C:\\L" }, "C:\\L\\livekit-dispatch\\undo"],
    ["win32", { USERPROFILE: "C:\\Me" }, "C:\\Me\\AppData\\Local\\livekit-dispatch\\undo"],
    ["win32", { HOME: "/c/me" }],
  ];
  for (const [platform, env, folder] of cases)
    test(`${platform} ${JSON.stringify(env)}`, () => assert.equal(undoFolder(env, platform), folder));

  test("without a home it has to be said", async () => {
    const { code, stderr } = await run(["delete", "--yes", "SDR_x"], { env: { ...NOBODY, HOME: "" } });
    assert.match(stderr, /^There is no home folder .*--undo FOLDER, or --no-undo\./);
    assert.equal(code, 2);
  });
});

test("words for a shell", () => {
  assert.equal(shellWord("a/b.json", "linux"), "a/b.json");
  assert.equal(shellWord("it's $HOME", "linux"), `'it'\\''s $HOME'`);
  assert.equal(shellWord("C:\\a\\b.json", "win32"), "C:\\a\\b.json");
  assert.equal(shellWord("C:\\My rules\\a.json", "win32"), `"C:\\My rules\\a.json"`);
});
