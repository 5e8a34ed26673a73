import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readArguments } from "../../cli/arguments.ts";
import { commands } from "../../cli/commands/index.ts";
import { commandHelp, overview } from "../../cli/help.ts";
import { cli } from "./run-cli.ts";

test("the overview names every command", () => {
  for (const { name, summary } of commands)
    assert.match(overview(), new RegExp(`^ {2}${name} +${summary}$`, "m"));
});

for (const command of commands) {
  test(`${command.name}: help names every option and has examples that work`, () => {
    const help = commandHelp(command);
    for (const name of Object.keys(command.options)) assert.match(help, new RegExp(`^ {2}--${name}\\b`, "m"));
    assert.notEqual(command.examples.length, 0);
    for (const { command: words } of command.examples) {
      const [, ours = ""] = /livekit-dispatch (.*)$/.exec(words) ?? [];
      const [name, ...rest] = ours.split(" ");
      assert.equal(name, command.name);
      readArguments(rest, command.options);
    }
  });
}

test("help, --help and a command's --help are one text", async () => {
  const outputs = await Promise.all(
    [
      ["help", "check"],
      ["check", "--help"],
      ["check", "--format", "json", "-h"],
    ].map((words) => cli(words)),
  );
  assert.deepEqual(
    outputs.map(({ stdout }) => stdout),
    Array(3).fill(commandHelp(commands[0]!)),
  );
});

test("the version is the package's", async () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  assert.equal((await cli(["--version"])).stdout, `livekit-dispatch ${manifest.version}\n`);
});

test("without a command nothing is done", async () => {
  const { code, stdout, stderr } = await cli([]);
  assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: "", stderr: overview() });
});
