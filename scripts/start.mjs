// @ts-check
// `npm start`: installs, builds, and opens VS Code with the extension and a copy of the demo workspace. The desktop VS
// Code where `code` is on the PATH; otherwise, and with --browser, a real VS Code served on a free local port.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { findProgram } from "./start/find-program.mjs";
import { packagedExtension } from "./start/packaged-extension.mjs";
import { installPackages } from "./test/install.mjs";
import { editionOf, installEdition, whyNotHere } from "../test/workbench/headless/editions.mjs";
import { addressOf, startServer } from "../test/workbench/headless/server.mjs";

const root = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { browser: { type: "boolean" } } });

say("Installing the packages that are missing.");
if (!installPackages()) fail("`npm ci` failed; see above.");
say("Building the extension.");
const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
if (status !== 0) fail("The extension could not be built; see above.");

// A copy: what somebody tries out must not show up as a change of the repository.
const workspace = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-demo-"));
cpSync(path.join(root, "demo"), workspace, { recursive: true });
process.once("exit", () => rmSync(workspace, { recursive: true, force: true }));

const desktop = values.browser ? undefined : findProgram("code");
if (desktop) await openDesktop(desktop);
else await serve();

/** @param {string} code */
async function openDesktop(code) {
  say(`Opening ${code}. This ends when its window is closed.`);
  const window = spawn(code, ["--new-window", "--wait", `--extensionDevelopmentPath=${root}`, workspace], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => window.kill());
  await new Promise((resolve) => window.once("exit", resolve));
}

async function serve() {
  const edition = editionOf("newest");
  if (!values.browser)
    say("There is no desktop VS Code (`code`) on the PATH: one is served for the browser.");
  if (!installEdition(edition)) fail("The VS Code to serve could not be installed; see above.");
  const reason = whyNotHere(edition);
  if (reason) fail(`VS Code cannot be served here: ${reason}`);
  say("Packaging the extension and starting VS Code.");
  const server = await startServer(edition, { vsix: [packagedExtension()] });
  say(
    `VS Code is at\n\n    ${addressOf(server, workspace)}\n\nIt listens on this machine only. Ctrl+C ends it.`,
  );
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
    server.ended.then(resolve);
  });
  say("Stopping.");
  await server.stop();
  process.exit(0);
}

/** @param {string} text */
function say(text) {
  console.log(text);
}

/** @param {string} text @returns {never} */
function fail(text) {
  console.error(text);
  process.exit(1);
}
