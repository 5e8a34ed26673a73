// Parse and validate one document from scratch, warm.
import { performance } from "node:perf_hooks";
import * as jsonService from "../baselines/json-service.mjs";
import { tree } from "../baselines/jsonc.mjs";
import { badDocuments, validDocuments } from "../documents/documents.mjs";
import { interleave } from "../measure/interleave.mjs";
import { atLeast, atMost } from "../measure/report.mjs";

export const title = "Parse and validate a document";
export const needs = ["validate"];

const SMALL = 100_000;
const LARGE = 2_000_000;

/** @param {import("../run.mjs").Context} context */
export async function* run({ subject, rounds }) {
  const valid = Object.entries(validDocuments());
  const bad = Object.entries(badDocuments());
  await warm(subject, [...valid, ...bad]);
  for (const [name, text] of valid) {
    yield { row: await measure(subject, name, text, rounds, targetsOf(name)) };
  }
  for (const [name, text] of bad) {
    if ((await subject.validate(text)).length === 0) yield { note: `${name}: no problem was reported` };
    yield { row: await measure(subject, name, text, rounds, {}) };
  }
}

/** What the project promises; documents with mistakes are shown for information. */
function targetsOf(name) {
  if (name.startsWith("example-")) return { service: atLeast(40) };
  return { tree: atMost(name === "rule-2k" ? 0.6 : 0.5), service: atLeast(8) };
}

function candidates(subject, text) {
  const all = [
    { name: "validate", run: () => subject.validate(text) },
    { name: "tree", run: () => tree(text) },
    { name: "service", run: () => jsonService.check(text) },
  ];
  if (subject.parse) all.push({ name: "parse", run: () => subject.parse(text) });
  if (isJson(text)) all.push({ name: "JSON.parse", run: () => JSON.parse(text) });
  return all;
}

async function measure(subject, name, text, rounds, targets) {
  const large = text.length > LARGE;
  const options = large ? { rounds: Math.min(rounds, 9), budgetMs: 45_000, warmMs: 300 } : { rounds };
  const measured = await interleave(candidates(subject, text), options);
  const ratio = (a, b, target) => ({ value: measured.ratio(a, b), target });
  return {
    name,
    times: { "validate takes": measured.time("validate") },
    ratios: {
      "÷ parseTree": ratio("validate", "tree", targets.tree),
      "JSON service ÷ validate": ratio("service", "validate", targets.service),
      "÷ JSON.parse": ratio("validate", "JSON.parse"),
      "parse alone ÷ parseTree": ratio("parse", "tree"),
    },
  };
}

/** Everybody sees every small document first: none is measured while the optimizer still learns. */
async function warm(subject, documents) {
  const small = documents.map(([, text]) => text).filter((text) => text.length < SMALL);
  for (const text of [...small, ...small]) {
    for (const { run } of candidates(subject, text)) {
      const end = performance.now() + 15;
      while (performance.now() < end) await run();
    }
  }
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
