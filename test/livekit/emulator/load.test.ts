/** A thousand requests a second for ten seconds: every answer is the right one, and nothing is left behind. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createClient, type LiveKitClient } from "../../../livekit/client.ts";
import type { Outcome } from "../../../livekit/outcome.ts";
import { canary } from "../support/canary.ts";
import { emulators } from "../support/servers.ts";

const SECONDS = 10;
const A_SECOND = 1000;
/** Requests of one visitor. */
const VISIT = 8;
const EVERY_MS = (1000 * VISIT) / A_SECOND;
const VISITS = (SECONDS * A_SECOND) / VISIT;

/** At once. On a busy machine they fall behind; more of them would only wait for connections. */
const VISITORS = 64;

const kept = emulators.find(({ name }) => name.includes("with a file"))!;

test(`${A_SECOND} requests a second for ${SECONDS} seconds, on ${kept.name}`, async (t) => {
  const { connection, close } = await kept.open();
  t.after(close);
  // Only wrong answers count here, and not how busy the machine is.
  const patient = { timeoutMs: 120_000 };
  const client = createClient(connection, patient);
  const stranger = createClient({ ...connection, apiSecret: canary("stranger") }, patient);
  const start = performance.now();
  let slowest = 0;
  const timed = async <T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const began = performance.now();
    const outcome = await call;
    if (!outcome.ok && /^(?:unreachable|timeout|protocol)$/.test(outcome.failure.kind))
      throw new BrokenConnection(JSON.stringify(outcome.failure));
    slowest = Math.max(slowest, performance.now() - began);
    return outcome;
  };
  const broken = new Set<number>();
  let next = 0;
  const visitor = async (): Promise<void> => {
    while (next < VISITS) {
      const number = next++;
      await pause(Math.max(0, number * EVERY_MS - (performance.now() - start)));
      await visit(client, stranger, number, timed).catch((error: unknown) => {
        if (!(error instanceof BrokenConnection)) throw error;
        broken.add(number);
      });
    }
  };
  await Promise.all(Array.from({ length: VISITORS }, visitor));
  const seconds = (performance.now() - start) / 1000;
  const rest = await client.rules.list();
  assert.ok(rest.ok);
  // Of a visit whose connection broke it is not known how far it came.
  const left = rest.value.filter(({ text }) => !broken.has(Number(/"pin": ?"(\d+)"/.exec(text)?.[1])));
  assert.deepEqual(left, []);
  assert.ok(broken.size <= VISITS / 100, `${broken.size} connections broke`);
  t.diagnostic(
    `${VISITS * VISIT} requests in ${seconds.toFixed(1)} s, the slowest took ${slowest.toFixed(0)} ms, ${broken.size} broken connections`,
  );
});

/** No answer at all: on a machine with too much to do a connection may break, and that is no wrong answer. */
class BrokenConnection extends Error {}

type Timed = <T>(call: Promise<Outcome<T>>) => Promise<Outcome<T>>;

/** Makes a rule of its own, looks at it, changes it and deletes it, with what goes wrong in between. */
async function visit(
  client: LiveKitClient,
  stranger: LiveKitClient,
  number: number,
  timed: Timed,
): Promise<void> {
  const rule = `{"rule": {"dispatchRuleDirect": {"roomName": "r", "pin": "${number}"}}, "trunkIds": ["ST_${number}"]}`;
  const created = await timed(client.rules.create(rule));
  const id = created.ok ? created.value.id : assert.fail(JSON.stringify(created));
  /** How a call ended: the rule's name, or the failure. */
  const ending = (outcome: Outcome<{ readonly name: string }>): unknown =>
    outcome.ok ? outcome.value.name : outcome.failure;
  const kindOf = (outcome: Outcome<{ readonly name: string }>): unknown => {
    if (outcome.ok) return outcome.value.name;
    const { failure } = outcome;
    return "reason" in failure ? `${failure.kind}: ${failure.reason}` : failure.kind;
  };
  assert.equal(kindOf(await timed(client.rules.create(rule))), "conflict");
  assert.equal(kindOf(await timed(stranger.rules.delete(id))), "unauthorized: wrong-secret");
  const name = `Visit ${number}`;
  assert.equal(ending(await timed(client.rules.patch(id, `{"name": "${name}"}`))), name);
  assert.equal(ending(await timed(client.rules.get(id))), name);
  const malformed = await timed(client.rules.patch(id, `{"name": ${number}}`));
  assert.equal(kindOf(malformed), "rejected: malformed");
  assert.equal(ending(await timed(client.rules.delete(id))), name);
  const gone = { kind: "notFound", what: "dispatch rule", id };
  assert.deepEqual(ending(await timed(client.rules.delete(id))), gone);
}
