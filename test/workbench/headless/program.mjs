// @ts-check
// The server's program, with everything that it writes inside one folder, and what is done with it besides serving.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "./leftovers.mjs";

/**
 * @typedef {object} Program
 * @property {string} node
 * @property {readonly string[]} command arguments to it
 * @property {NodeJS.ProcessEnv} env
 */

const INSTALL_MS = 60_000;

/** @param {import("./editions.mjs").Edition} edition @param {string} state the folder @returns {Program} */
export function programIn({ root, node }, state) {
  const inState = (/** @type {string} */ name) => path.join(state, name);
  for (const name of ["home", "tmp", "data/User", "extensions"])
    mkdirSync(inState(name), { recursive: true });
  // Nothing of the user's own VS Code, of one around us or of a test runner, and no project of the environment.
  const foreign = /^(VSCODE_|ELECTRON_|LIVEKIT_|NODE_OPTIONS$|NODE_V8_COVERAGE$|NODE_TEST_CONTEXT$)/;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    node,
    command: [
      path.join(root, "out/server-main.js"),
      ...["--user-data-dir", inState("data"), "--server-data-dir", inState("server")],
      ...["--extensions-dir", inState("extensions"), "--accept-server-license-terms"],
      ...["--telemetry-level", "off"],
    ],
    env: {
      ...Object.fromEntries(own),
      HOME: inState("home"),
      TMPDIR: inState("tmp"),
      XDG_RUNTIME_DIR: inState("tmp"),
      EXTENSIONS_GALLERY: "{}", // no marketplace
    },
  };
}

/** @param {Program} program @param {string} vsix */
export function install({ node, command, env }, vsix) {
  const { status, stdout, stderr } = spawnSync(
    node,
    [...command, "--install-extension", path.resolve(vsix), "--force"],
    { env, encoding: "utf8", timeout: INSTALL_MS },
  );
  if (status !== 0 || !stdout.includes("successfully installed"))
    throw new Error(`${vsix} cannot be installed:\n${stdout}${stderr}`);
}

/**
 * A package as VS Code unpacks it, without a server that runs it.
 * @param {import("./editions.mjs").Edition} edition
 * @param {string} vsix
 * @returns {string} the folder, which goes when we end
 */
export function unpack(edition, vsix) {
  const state = temporaryFolder("livekit-dispatch-unpacked-");
  install(programIn(edition, state), vsix);
  const extensions = path.join(state, "extensions");
  const name = readdirSync(extensions).find(
    (each) => !each.startsWith("extensions.") && !each.startsWith("."),
  );
  if (name === undefined) throw new Error(`${vsix} was not unpacked into ${extensions}`);
  return path.join(extensions, name);
}
