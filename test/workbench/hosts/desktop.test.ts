/** How a desktop VS Code is found, and what `@vscode/test-electron` asks of it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../headless/leftovers.mjs";
import { executableOf, findDesktop } from "./desktop.ts";

const script = path.resolve(import.meta.dirname, "../run-suite.ts");

/** A program that only notes what it was asked to do. */
function fakeProgram(file: string, exitCode: number): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > '${file}.arguments'\nexit ${exitCode}\n`);
  chmodSync(file, 0o755);
}

test("the program is told by where `code` is", () => {
  const folder = temporaryFolder("livekit-dispatch-desktop-");
  const places = [
    ["usr/share/code/bin/code", "usr/share/code/code"],
    [
      "Visual Studio Code.app/Contents/Resources/app/bin/code",
      "Visual Studio Code.app/Contents/MacOS/Electron",
    ],
    ["Microsoft VS Code/bin/code.cmd", "Microsoft VS Code/Code.exe"],
  ] as const;
  for (const [command, program] of places) {
    fakeProgram(path.join(folder, command), 0);
    assert.equal(executableOf(path.join(folder, command)), undefined);
    fakeProgram(path.join(folder, program), 0);
    assert.equal(executableOf(path.join(folder, command)), path.join(folder, program));
  }
});

test(
  "without a screen there is none",
  { skip: process.platform !== "linux" && "cannot run here: Linux only" },
  async () => {
    assert.deepEqual(await findDesktop({ PATH: process.env["PATH"] }), {
      missing:
        "there is no display (DISPLAY is not set): apt-get install xvfb, then xvfb-run npm test -- workbench",
    });
  },
);

for (const exitCode of [0, 1])
  test(`the suite is handed over, and exit code ${exitCode} comes back`, () => {
    const folder = temporaryFolder("livekit-dispatch-desktop-");
    const program = path.join(folder, "code");
    fakeProgram(program, exitCode);
    const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", script], {
      encoding: "utf8",
      env: { ...process.env, VSCODE_EXECUTABLE: program },
    });
    assert.equal(status, exitCode);
    assert.match(stdout, /^In the desktop VS Code: /);
    const given = readFileSync(`${program}.arguments`, "utf8").split("\n");
    const tests = given.find((each) => each.startsWith("--extensionTestsPath="))?.split("=")[1] ?? "";
    assert.ok(existsSync(tests), tests);
    assert.ok(given.includes(`--extensionDevelopmentPath=${path.resolve(import.meta.dirname, "../../..")}`));
  });
