// From writing a change to having read the diagnostics of that version; the next edit comes after the answer.
import { performance } from "node:perf_hooks";
import { Measured } from "../measure/interleave.mjs";
import { Client } from "./client.mjs";
import { edits } from "./edits.mjs";

const URI = "file:///w/dispatch-rule.json";
const WARM_EDITS = 50;
const BUDGET_MS = 60_000;

/**
 * Every server gets the same edits, in turn.
 * @param {Record<string, string[]>} commands
 * @param {string} text
 * @param {"anywhere" | "strings"} where
 * @param {number} count
 */
export async function measureKeystrokes(commands, text, where, count) {
  const servers = Object.entries(commands).map(([name, command]) => new Typist(name, command));
  try {
    for (const server of servers) await server.open(text);
    const plan = edits(text, WARM_EDITS + count, where);
    const end = performance.now() + BUDGET_MS;
    for (let index = 0; index < plan.length && performance.now() < end; index++) {
      for (let turn = 0; turn < servers.length; turn++) {
        await servers[(turn + index) % servers.length].type(plan[index], index >= WARM_EDITS);
      }
    }
    const measured = new Measured(new Map(servers.map(({ name, samples }) => [name, samples])));
    return { measured, agreement: agreement(servers[0].clean, servers[1].clean) };
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** One server with one open document. */
class Typist {
  samples = [];
  clean = [];
  #version = 1;

  constructor(name, command) {
    this.name = name;
    this.client = new Client(command);
  }
  async open(text) {
    await this.client.initialize();
    await this.client.open(URI, text);
  }
  async type(edit, counts) {
    const start = performance.now();
    const { at, count } = await this.client.change(URI, ++this.#version, edit);
    if (!counts) return;
    this.samples.push(at - start);
    this.clean.push(count === 0);
  }
  stop() {
    return this.client.stop();
  }
}

const agreement = (a, b) => a.filter((clean, index) => clean === b[index]).length / a.length;
