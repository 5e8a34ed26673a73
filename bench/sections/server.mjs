// Whole language servers over stdio, ours and the JSON service's, side by side.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { list, rule2k } from "../documents/documents.mjs";
import { bundleJsonServer } from "../lsp/bundle.mjs";
import { measureKeystrokes } from "../lsp/keystrokes.mjs";
import { measureMemory, measureStart } from "../lsp/start.mjs";
import { atMost } from "../measure/report.mjs";

export const title = "Language servers over stdio";

const BUNDLE = fileURLToPath(new URL("../../dist/livekit-dispatch.mjs", import.meta.url));
const { BENCH_SERVER } = process.env;

export const isBuilt = () => BENCH_SERVER !== undefined || existsSync(BUNDLE);

/** @param {import("../run.mjs").Context} context */
export async function* run({ rounds }) {
  const dir = mkdtempSync(join(tmpdir(), "dispatch-bench-"));
  try {
    const reference = join(dir, "json-server.cjs");
    await bundleJsonServer(reference);
    const commands = {
      ours: BENCH_SERVER?.split(" ") ?? [process.execPath, BUNDLE, "lsp", "--stdio"],
      reference: [process.execPath, reference, "--stdio"],
    };
    for (const where of ["anywhere", "strings"]) {
      yield* keystrokes(commands, "rule-2k", rule2k(), where, 1000, atMost(0.75));
      yield* keystrokes(commands, "list-1000", list(1000), where, 150, atMost(0.15));
    }
    const starts = await measureStart(commands, rule2k(), Math.min(rounds, 15));
    yield { row: row("spawn to first diagnostics, rule-2k", starts, atMost(1)) };
    yield* memory(await measureMemory(commands, rule2k(), 100, Math.min(rounds, 3)));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function* keystrokes(commands, name, text, where, count, target) {
  const { measured, agreement } = await measureKeystrokes(commands, text, where, count);
  const place = where === "strings" ? "in strings" : "anywhere";
  yield { row: row(`keystroke ${place}, ${name}`, measured, target) };
  const share = (agreement * 100).toFixed(1);
  yield {
    note: `${name}, ${place}: both servers say the same ("clean" or not) after ${share} % of the edits`,
  };
}

function row(name, measured, target) {
  return {
    name,
    times: { "ours takes": measured.time("ours"), "JSON server takes": measured.time("reference") },
    ratios: { "÷ JSON server": { value: measured.ratio("ours", "reference"), target } },
  };
}

function* memory(measured) {
  const value = measured.ratio("ours", "reference");
  yield {
    row: {
      name: "memory, 100 open rules",
      times: {},
      ratios: { "÷ JSON server": { value, target: atMost(1) } },
    },
  };
  const mebibytes = (name) => measured.time(name).toFixed(0) + " MiB";
  yield {
    note: `memory with 100 open rules: ours ${mebibytes("ours")}, JSON server ${mebibytes("reference")}`,
  };
}
