/** `npm start`, as somebody runs it. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { launchBrowser, NO_BROWSER } from "../browser/launch.ts";
import { openWindow } from "../browser/window.ts";
import { editionOf, whyNotHere } from "../headless/editions.mjs";
import { temporaryFolder } from "../headless/leftovers.mjs";
import { Workbench } from "../pages/workbench.ts";

const root = path.resolve(import.meta.dirname, "../../..");

interface Run {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Resolves with what this pattern finds in the output. */
  readonly printed: (pattern: RegExp) => Promise<string>;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, ["scripts/start.mjs", ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const heard = new Set<() => void>();
  const listen = (data: Buffer) => {
    output += String(data);
    heard.forEach((check) => check());
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const printed = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const check = () => {
        const [found] = pattern.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      };
      heard.add(check);
      check();
      void ended.then((code) => reject(new Error(`It ended with ${code}:\n${output}`)));
    });
  return { process: child, output: () => output, printed, ended };
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  test(`serves VS Code with the demo until ${signal}`, async (t) => {
    const reason = whyNotHere(editionOf("newest"));
    const browser = reason === undefined ? await launchBrowser() : undefined;
    if (!browser) {
      t.skip(reason === undefined ? NO_BROWSER : `cannot run here: ${reason}`);
      return;
    }
    const run = start(["--browser", "--fresh"]);
    try {
      const address = await run.printed(/http:\/\/127\.0\.0\.1:\d+\/\S+/);
      assert.equal((await fetch(new URL("/", address))).status, 403, "without its token");
      const window = await openWindow(browser, { address });
      const ui = await Workbench.ready(window.page);
      await ui.editor.tab("README.md").waitFor();
      await ui.explorer.file("examples").click();
      await ui.explorer.file("individual.dispatch-rule.json").click();
      await ui.editor.squiggles("error").first().waitFor();
      // The demo project is the active one: a rule can be created at once.
      await ui.command("LiveKit SIP: Focus on Projects View");
      await ui.sidebar.row("Project Demo, active").waitFor();
      await ui.sidebar.rule("Bookings").waitFor();
      await window.close();
      run.process.kill(signal);
      assert.equal(await run.ended, 0, run.output());
      await assert.rejects(fetch(address), "it still answers");
    } finally {
      run.process.kill("SIGKILL");
      await browser.close();
    }
  });

test("opens the desktop's VS Code where there is one", async () => {
  const folder = temporaryFolder("livekit-dispatch-code-");
  mkdirSync(path.join(folder, "bin"));
  const code = path.join(folder, "bin/code");
  writeFileSync(code, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/arguments'\n`);
  chmodSync(code, 0o755);
  const run = start([], { PATH: `${path.dirname(code)}:${process.env["PATH"] ?? ""}` });
  assert.equal(await run.ended, 0, run.output());
  const given = readFileSync(path.join(folder, "arguments"), "utf8").trim().split("\n");
  assert.deepEqual(given.slice(0, -1), ["--new-window", "--wait", `--extensionDevelopmentPath=${root}`]);
  assert.ok(existsSync(path.join(given.at(-1) ?? "", "examples/direct.dispatch-rule.json")), given.at(-1));
});
