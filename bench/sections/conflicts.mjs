// Who conflicts with a rule after one rule changed, against LiveKit's pass over all rules.
import { fullPass } from "../baselines/full-pass.mjs";
import { below, random, times } from "../documents/random.mjs";
import { storedRule } from "../documents/stored-rules.mjs";
import { interleave } from "../measure/interleave.mjs";
import { atLeast } from "../measure/report.mjs";

export const title = "Conflicts after a change to one rule";
export const needs = ["createConflictIndex"];

const EDITS = 1024;
const TARGETS = { 1_000: atLeast(400), 10_000: atLeast(4_000), 100_000: undefined };

/** @param {import("../run.mjs").Context} context */
export async function* run({ subject, rounds }) {
  for (const [count, target] of Object.entries(TARGETS)) {
    yield { row: await measure(subject, Number(count), rounds, target) };
  }
}

async function measure(subject, count, rounds, target) {
  const rules = deployment(count);
  const index = await subject.createConflictIndex(rules);
  const candidates = [
    { name: "full", run: () => fullPass(rules) },
    { name: "update", run: editor(index, editsOf(rules)) },
  ];
  if (subject.conflictsFull) candidates.push({ name: "ours", run: () => subject.conflictsFull(rules) });
  const measured = await interleave(candidates, { rounds: Math.min(rounds, 21), budgetMs: 25_000 });
  return {
    name: `${count} rules`,
    times: { "update takes": measured.time("update"), "full pass takes": measured.time("full") },
    ratios: {
      "full pass ÷ update": { value: measured.ratio("full", "update"), target },
      "conflictsFull ÷ full pass": { value: measured.ratio("ours", "full") },
    },
  };
}

/** Rules of which one in fifty competes with an earlier one. */
function deployment(count) {
  const next = random(99);
  const rules = [];
  for (let index = 0; index < count; index++) {
    const rule = storedRule(index, next);
    if (index > 10 && next() < 0.02) {
      const { trunkIds, inboundNumbers, numbers, rule: kind } = rules[below(next, index)];
      Object.assign(rule, { trunkIds, inboundNumbers, numbers, rule: structuredClone(kind) });
    }
    rules.push(rule);
  }
  return rules;
}

/** Changes that give a rule another one's trunks and numbers. */
function editsOf(rules) {
  const next = random(5);
  return times(EDITS, () => {
    const index = below(next, rules.length);
    const { trunkIds, numbers } = rules[below(next, rules.length)];
    return { index, before: rules[index], after: { ...rules[index], trunkIds, numbers } };
  });
}

/** Makes a change, takes it back, goes on to the next one. */
function editor(index, edits) {
  let step = 0;
  return () => {
    const edit = edits[(step >> 1) % EDITS];
    return index.update(edit.index, step++ % 2 === 0 ? edit.after : edit.before);
  };
}
