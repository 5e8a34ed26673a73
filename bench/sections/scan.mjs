// Check a folder of 10,000 rule files against only reading them (from the system's file cache).
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as jsonService from "../baselines/json-service.mjs";
import { workspaceFiles } from "../documents/workspace.mjs";
import { interleave } from "../measure/interleave.mjs";
import { atMost } from "../measure/report.mjs";

export const title = "Scan a folder of 10,000 files";
export const needs = ["scanWorkspace"];

const FILES = 10_000;

/** @param {import("../run.mjs").Context} context */
export async function* run({ subject, rounds }) {
  const dir = mkdtempSync(join(tmpdir(), "dispatch-bench-"));
  try {
    workspaceFiles(FILES).forEach((text, index) => {
      writeFileSync(join(dir, `r${index}.dispatch-rule.json`), text);
    });
    const measured = await interleave(
      [
        { name: "scan", run: () => subject.scanWorkspace(dir) },
        { name: "read", run: () => each(dir, (text) => text.length) },
        { name: "JSON.parse", run: () => each(dir, parsed) },
        { name: "service", run: () => checkAll(dir) },
      ],
      { rounds: Math.min(rounds, 9), warmMs: 1, budgetMs: 120_000 },
    );
    yield {
      row: {
        name: `${FILES} files`,
        times: { "scan takes": measured.time("scan"), "reading takes": measured.time("read") },
        ratios: {
          "÷ reading": { value: measured.ratio("scan", "read"), target: atMost(2.5) },
          "read and JSON.parse ÷ reading": { value: measured.ratio("JSON.parse", "read") },
          "JSON service ÷ scan": { value: measured.ratio("service", "scan") },
        },
      },
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Reads every file and sums up what `use` makes of it. */
function each(dir, use) {
  let sum = 0;
  for (const name of readdirSync(dir)) sum += use(readFileSync(join(dir, name), "utf8"));
  return sum;
}

function parsed(text) {
  try {
    return JSON.parse(text) ? 1 : 0;
  } catch {
    return 0;
  }
}

async function checkAll(dir) {
  let problems = 0;
  for (const name of readdirSync(dir)) {
    problems += (await jsonService.check(readFileSync(join(dir, name), "utf8"))).length;
  }
  return problems;
}
