// What a server costs before anybody types: the time until it says something, and the memory it holds.
import { setTimeout as sleep } from "node:timers/promises";
import { Measured } from "../measure/interleave.mjs";
import { Client } from "./client.mjs";
import { residentMemory } from "./memory.mjs";

/**
 * From spawning the process to the diagnostics of the first document. The first round does not count.
 * @param {Record<string, string[]>} commands
 */
export async function measureStart(commands, text, rounds) {
  const measured = await inTurn(commands, rounds + 1, async (client) => {
    const { at } = await client.open("file:///w/dispatch-rule.json", text);
    return at - client.startedAt;
  });
  for (const samples of measured.samples.values()) samples.shift();
  return measured;
}

/** Memory in MiB with `count` open documents. */
export function measureMemory(commands, text, count, rounds) {
  return inTurn(commands, rounds, async (client) => {
    for (let index = 0; index < count; index++) {
      await client.open(
        `file:///w/r${index}.dispatch-rule.json`,
        text.replace("support-emea-", `support-${index}-`),
      );
    }
    await sleep(500);
    return residentMemory(client.pid);
  });
}

/** Starts the servers one after another, in an order that turns, and keeps what `measure` says of each. */
async function inTurn(commands, rounds, measure) {
  const names = Object.keys(commands);
  const samples = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length];
      const client = new Client(commands[name]);
      try {
        await client.initialize();
        samples.get(name).push(await measure(client));
      } finally {
        await client.stop();
      }
    }
  }
  return new Measured(samples);
}
