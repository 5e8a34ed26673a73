// @ts-check
// One VS Code as a server on a free port of the loopback, with a connection token and all its state in a folder
// that goes when it stops.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { removeFolder, signalGroup, temporaryFolder, watchGroup } from "./leftovers.mjs";
import { prepare } from "./prepare.mjs";
import { install, programIn } from "./program.mjs";

/**
 * @typedef {object} Options
 * @property {readonly string[]} [vsix] extensions to install first
 * @property {Record<string, unknown>} [settings] the user's
 * @property {boolean} [takesTests] accept an extension under development and its tests from the page. It costs the
 *   notification toasts, so it is off where a user's view is tested
 * @property {boolean} [distrusts] folders are not trusted before somebody says so
 *
 * @typedef {object} Server
 * @property {string} authority
 * @property {string} token
 * @property {string} state folder with the server's data and settings
 * @property {() => string} output what it has printed
 * @property {Promise<unknown>} ended
 * @property {() => Promise<void>} stop
 */

const START_MS = 60_000;
const STOP_MS = 2000;

/** @param {import("./editions.mjs").Edition} edition @param {Options} [options] @returns {Promise<Server>} */
export async function startServer(
  edition,
  { vsix = [], settings = {}, takesTests = false, distrusts = false } = {},
) {
  const { extensions } = prepare(edition);
  const state = temporaryFolder("livekit-dispatch-vscode-");
  const program = programIn(edition, state);
  writeFileSync(path.join(state, "data/User/settings.json"), JSON.stringify(settings, null, 2));
  for (const file of vsix) install(program, file);

  const token = randomUUID();
  const [command, ...before] = diesWithUs(program.node);
  const child = spawn(
    command,
    [
      ...[...before, ...program.command, "--builtin-extensions-dir", extensions],
      ...["--host", "127.0.0.1", "--port", "0", "--connection-token", token],
      ...["--disable-telemetry", "--disable-experiments"],
      ...(distrusts ? [] : ["--disable-workspace-trust"]),
      ...["--disable-getting-started-override", "--force-disable-user-env"],
      ...(takesTests ? ["--enable-smoke-test-driver"] : []),
    ],
    { detached: true, stdio: ["ignore", "pipe", "pipe"], env: program.env },
  );
  const leader = child.pid ?? 0;
  const forget = watchGroup(leader);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    signalGroup(leader, "SIGTERM");
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    signalGroup(leader, "SIGKILL"); // the extension host and the file watcher are in its process group
    await ended;
    forget();
    removeFolder(state);
  };

  let output = "";
  /** @type {Promise<string>} */
  const port = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code did not come up:\n${output}`)), START_MS);
    const listen = (/** @type {Buffer} */ data) => {
      output += String(data);
      const [, port] = /Web UI available at \S+?:(\d+)/.exec(output) ?? [];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code ended at once (${code}):\n${output}`));
    });
  });
  try {
    return { authority: `127.0.0.1:${await port}`, token, state, output: () => output, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that opens a folder. @param {Server} server @param {string} folder */
export function addressOf({ authority, token }, folder) {
  return `http://${authority}/?${new URLSearchParams({ tkn: token, folder })}`;
}

/** On Linux even when we are killed without a chance to clean up. @param {string} node @returns {[string, ...string[]]} */
function diesWithUs(node) {
  const setpriv = "/usr/bin/setpriv";
  return process.platform === "linux" && existsSync(setpriv)
    ? [setpriv, "--pdeathsig", "KILL", node]
    : [node];
}
