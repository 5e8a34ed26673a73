// Ratios that survive a busy machine. Each round takes one sample of every candidate, in an order that turns
// with the round (A B C, B C A, ...); a ratio is the median over the rounds of the ratios within one round.
import { performance } from "node:perf_hooks";
import { median } from "./statistics.mjs";

/**
 * @typedef {object} Candidate
 * @property {string} name
 * @property {() => unknown} run may return a promise, then the promise is part of what is measured
 *
 * @typedef {object} Options
 * @property {number} [rounds]
 * @property {number} [sampleMs] a sample repeats its candidate until it lasts about so long
 * @property {number} [warmMs] how long each candidate runs before anything counts
 * @property {number} [budgetMs] after that no round begins, once five are done
 */

/** Keeps results alive, so that no call is optimized away. */
export let lastResult;

/**
 * @param {Candidate[]} candidates
 * @param {Options} [options]
 */
export async function interleave(candidates, options = {}) {
  const { rounds = 31, sampleMs = 4, warmMs = 200, budgetMs = 15_000 } = options;
  globalThis.gc?.();
  const states = [];
  for (const candidate of candidates) states.push(await prepare(candidate, warmMs, sampleMs));
  for (const state of states) await sample(state, state.calls);
  const end = performance.now() + budgetMs;
  for (let round = 0; round < rounds && (round < 5 || performance.now() < end); round++) {
    for (let turn = 0; turn < states.length; turn++) {
      const state = states[(turn + round) % states.length];
      state.samples.push(await sample(state, state.calls));
    }
  }
  return new Measured(new Map(states.map(({ name, samples }) => [name, samples])));
}

/** The samples of an interleaved run, in milliseconds for one call. */
export class Measured {
  /** @param {Map<string, number[]>} samples one for each round, the same rounds for every name */
  constructor(samples) {
    this.samples = samples;
  }
  /** Median time of a candidate. */
  time(name) {
    return median(this.samples.get(name) ?? []);
  }
  /** How many times as long `name` takes as `base`. */
  ratio(name, base) {
    const bases = this.samples.get(base) ?? [];
    return median((this.samples.get(name) ?? []).map((value, round) => value / bases[round]));
  }
}

/** Runs a candidate warm, in batches that double, and finds how many calls make a sample. */
async function prepare({ name, run }, warmMs, sampleMs) {
  const state = { name, run, calls: 1, samples: [], async: isPromise(run()) };
  let spent = 0;
  let perCall = 0;
  for (let batch = 0, calls = 1; batch < 40 && spent < warmMs; batch++) {
    perCall = await sample(state, calls);
    spent += perCall * calls;
    if (perCall * calls < sampleMs) calls *= 2;
  }
  state.calls = Math.max(1, Math.min(200_000, Math.ceil(sampleMs / Math.max(perCall, 1e-5))));
  return state;
}

async function sample({ run, async }, calls) {
  const start = performance.now();
  if (async) for (let call = 0; call < calls; call++) lastResult = await run();
  else for (let call = 0; call < calls; call++) lastResult = run();
  return (performance.now() - start) / calls;
}

const isPromise = (value) => typeof value?.then === "function";
