// @ts-check
// `npm start`: installs, builds, and opens VS Code with the extension and a copy of the demo workspace. The desktop's VS
// Code where `code` is on the PATH; otherwise, and with --browser, a real VS Code served on a free local port. --fresh
// begins with a new copy.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { editionOf, installEdition, versionOf, whyNotHere } from "../test/workbench/headless/editions.mjs";
import { addressOf, startServer } from "../test/workbench/headless/server.mjs";
import { findProgram } from "./start/find-program.mjs";
import { packagedExtension } from "./start/packaged-extension.mjs";
import { installPackages } from "./test/install.mjs";

/** A quiet window: the demo is about the files in it. */
const SETTINGS = {
  "workbench.startupEditor": "readme",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
};

const root = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { browser: { type: "boolean" }, fresh: { type: "boolean" } } });

// Whatever runs by then is ended on the way out.
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    console.log("\nStopping.");
    process.exit(0);
  });

console.log("Installing the packages that are missing.");
if (!installPackages()) fail("`npm ci` failed; see above.");
const desktop = values.browser ? undefined : findProgram("code");
if (desktop) await openDesktop(desktop);
else await serve();

/** @param {string} code */
async function openDesktop(code) {
  console.log("Building the extension.");
  const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
  if (status !== 0) fail("The extension could not be built; see above.");
  console.log(`Opening VS Code (${code}). This ends when its window is closed.`);
  const development = `--extensionDevelopmentPath=${root}`;
  const window = spawn(code, ["--new-window", "--wait", development, copyOfDemo()], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.once("exit", () => window.kill());
  process.exitCode = await new Promise((resolve) => {
    window.once("exit", resolve);
    window.once("error", (error) => fail(`${code} could not be started: ${error.message}`));
  });
}

async function serve() {
  if (!values.browser)
    console.log("There is no desktop VS Code (`code`) on the PATH, so one is served for the browser.");
  const edition = editionOf("newest");
  if (!installEdition(edition)) fail("The VS Code to serve could not be installed; see above.");
  const reason = whyNotHere(edition);
  if (reason) fail(`VS Code cannot be served here: ${reason}`);
  console.log("Building and packaging the extension.");
  const vsix = packagedExtension();
  console.log(`Starting VS Code ${versionOf(edition)}.`);
  const server = await startServer(edition, { vsix: [vsix], settings: SETTINGS });
  console.log(`
VS Code is at

    ${addressOf(server, copyOfDemo())}

It listens on this machine only. Ctrl+C ends it.`);
  await server.ended;
  fail(`VS Code has ended:\n${server.output()}`);
}

/** What somebody tries out must not show up as a change of the repository, and must not be lost either. */
function copyOfDemo() {
  const copy = path.join(root, "dist", "demo");
  if (values.fresh) rmSync(copy, { recursive: true, force: true });
  if (existsSync(copy))
    console.log(
      "Opening your copy of the demo in dist/demo, as you left it. For a new one: npm start -- --fresh",
    );
  else cpSync(path.join(root, "demo"), copy, { recursive: true });
  return copy;
}

/** @param {string} text @returns {never} */
function fail(text) {
  console.error(text);
  process.exit(1);
}
