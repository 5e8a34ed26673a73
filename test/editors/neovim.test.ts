/** The server in a real Neovim, started as docs/editors.md says. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

const ROOT = path.resolve(import.meta.dirname, "../..");
const PATIENCE_MS = 90_000;

const RULE = `{
  "sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp",
  "rule": {
    "dispatchRuleDirect": { "roomName": "🛟 support" },
    "dispatchRuleIndividual": { "roomPrefix": "call-" }
  }
}
`;

interface SeenDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly source: string;
  readonly start: readonly [line: number, byte: number];
  readonly end: readonly [line: number, byte: number];
  readonly related?: readonly { location: { range: { start: { line: number } } } }[];
}

interface Seen {
  readonly error?: string;
  readonly opened: readonly SeenDiagnostic[];
  readonly changed: readonly SeenDiagnostic[];
  readonly offered: readonly string[];
  readonly fixed: string;
  readonly after: readonly SeenDiagnostic[];
}

/** The version of the Neovim on the `PATH`, as in `[0, 7]`, or `undefined` if there is none. */
function neovimVersion(): readonly [number, number] | undefined {
  const { stdout } = spawnSync("nvim", ["--version"], { encoding: "utf8", timeout: 10_000 });
  const [, major, minor] = /NVIM v(\d+)\.(\d+)/.exec(stdout) ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

/** The configuration that docs/editors.md gives for this version. */
function documentedConfiguration([major, minor]: readonly [number, number]): string {
  const heading = major > 0 || minor >= 11 ? "## Neovim 0.11 and newer" : "## Neovim 0.7 to 0.10";
  const page = readFileSync(path.join(ROOT, "docs/editors.md"), "utf8");
  const [, lua] = /```lua\n(.*?)```/s.exec(page.slice(page.indexOf(heading))) ?? [];
  assert.ok(lua, `docs/editors.md shows no configuration under "${heading}"`);
  return lua;
}

/** `livekit-dispatch` for the `PATH`: the built one, or the sources. Notes its process in a file. */
function command(pidFile: string): string {
  const built = path.join(ROOT, "dist/livekit-dispatch.mjs");
  const program = existsSync(built)
    ? `"${process.execPath}" "${built}" "$@"`
    : `"${process.execPath}" --import tsx "${ROOT}/server/node-main.ts" --stdio`;
  return `#!/bin/sh\necho $$ > "${pidFile}"\ncd "${ROOT}" && exec ${program}\n`;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whether the process ends by itself, soon. */
async function ends(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isRunning(pid); tries++) await pause(50);
  return !isRunning(pid);
}

test("Neovim shows diagnostics, follows changes and applies a fix", async (t) => {
  const version = neovimVersion();
  if (!version) {
    t.skip("cannot run here: [nvim] Neovim is not installed (apt-get install neovim)");
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-neovim-"));
  const inside = (name: string) => path.join(folder, name);
  try {
    writeFileSync(inside("livekit-dispatch"), command(inside("pid")), { mode: 0o755 });
    writeFileSync(inside("configuration.lua"), documentedConfiguration(version));
    writeFileSync(inside("dispatch-rule.json"), RULE);
    const script = path.join(import.meta.dirname, "neovim.lua");
    const { stderr } = spawnSync("nvim", ["--clean", "--headless", "-c", `luafile ${script}`], {
      encoding: "utf8",
      timeout: PATIENCE_MS,
      killSignal: "SIGKILL",
      env: {
        ...process.env,
        PATH: `${folder}${path.delimiter}${process.env["PATH"] ?? ""}`,
        XDG_STATE_HOME: folder,
        XDG_CACHE_HOME: folder,
        CONFIGURATION: inside("configuration.lua"),
        RULE: inside("dispatch-rule.json"),
        SEEN: inside("seen.json"),
      },
    });
    assert.ok(existsSync(inside("seen.json")), `Neovim did not get to the end: ${stderr}`);
    const seen = JSON.parse(readFileSync(inside("seen.json"), "utf8")) as Seen;
    assert.equal(seen.error, undefined);
    looksRight(seen);
    assert.ok(await ends(Number(readFileSync(inside("pid"), "utf8"))), "the server ends with Neovim");
  } finally {
    if (existsSync(inside("pid"))) {
      const pid = Number(readFileSync(inside("pid"), "utf8"));
      if (isRunning(pid)) process.kill(pid, "SIGKILL");
    }
    rmSync(folder, { recursive: true, force: true });
  }
});

function looksRight(seen: Seen): void {
  const twoKinds = seen.opened.find(({ related }) => related);
  assert.ok(twoKinds, "the second kind is marked");
  assert.equal(twoKinds.source, "livekit-dispatch");
  assert.equal(twoKinds.start[0], 4);
  assert.equal(twoKinds.start[1], 4);
  assert.match(twoKinds.message, /dispatchRuleIndividual/);
  assert.equal(twoKinds.related?.[0]?.location.range.start.line, 3);

  // Neovim counts bytes in a line: the life-belt has four, and two UTF-16 units.
  const [comma] = seen.changed.filter(({ code }) => code === "trailing-comma");
  const line = RULE.split("\n")[3] ?? "";
  const byte = Buffer.byteLength(line) - 1;
  assert.deepEqual({ start: comma?.start, end: comma?.end }, { start: [3, byte], end: [3, byte + 1] });
  assert.ok(
    seen.changed.every(({ code }) => code !== twoKinds.code),
    "the second kind is gone",
  );

  assert.match(seen.offered[0] ?? "", /Remove the comma/);
  assert.equal(seen.fixed, RULE.replace(/ \},\n.*/, " }").trimEnd());
  assert.deepEqual(seen.after, []);
}
