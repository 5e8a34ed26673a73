/**
 * Whoever gives up waiting, at whatever moment: nothing more is sent, the words say what is known to have happened, and
 * what was changed can be undone.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createFlow } from "../../../client/rules/flows/create.ts";
import { deletedWords, deleteFlow, type Deleted } from "../../../client/rules/flows/delete.ts";
import { hasEnded, type Ended, type Person } from "../../../client/rules/flows/person.ts";
import { renameFlow } from "../../../client/rules/flows/rename.ts";
import { updateFlow } from "../../../client/rules/flows/update.ts";
import { undoFlow } from "../../../client/rules/undo/undo-flow.ts";
import { openLive, person, undoInMemory, type Live } from "./support/live.ts";

const BOOKINGS = "SDR_DemoBookings";
const NEW = `{"dispatch_rule": {"name": "New", "rule": {"dispatch_rule_direct": {"room_name": "hall"}}, "numbers": ["+1"]}}`;
const OTHER = `{"name": "Bookings", "rule": {"dispatch_rule_direct": {"room_name": "hall"}}, "numbers": ["+1"]}`;

type Result = Ended | Deleted | { readonly kind: string; readonly words?: string };
type SetUp = Live & ReturnType<typeof undoInMemory>;

interface Flow {
  readonly prepare?: (live: SetUp) => Promise<unknown>;
  readonly run: (live: SetUp, someone: Person) => Promise<Result>;
}

const copies = ({ log, project }: SetUp) => log.copiesFor(project.entry);
const deleting = (ruleIds: readonly string[]) => ({ ruleIds, batch: "b" });
const SEVERAL = [BOOKINGS, "SDR_DemoSupport2", "SDR_DemoVipGuest"];

const FLOWS: Readonly<Record<string, Flow>> = {
  "a creation": { run: ({ project }, someone) => createFlow({ text: NEW }, project, someone) },
  "an update": {
    run: (live, someone) =>
      updateFlow({ text: OTHER, ruleId: BOOKINGS }, live.project, someone, copies(live)),
  },
  "another name": {
    run: (live, someone) =>
      renameFlow({ ruleId: BOOKINGS, name: "Other" }, live.project, someone, copies(live)),
  },
  "a deletion": {
    run: (live, someone) => deleteFlow(deleting([BOOKINGS]), live.project, someone, copies(live)),
  },
  "a deletion of several": {
    run: (live, someone) => deleteFlow(deleting(SEVERAL), live.project, someone, copies(live)),
  },
  "the undo of an update": {
    prepare: (live) => FLOWS["an update"]!.run(live, person(true)),
    run: ({ log, project }, someone) => undoFlow(log.batch(), log, project, someone),
  },
  "the undo of a deletion of several": {
    prepare: (live) => FLOWS["a deletion of several"]!.run(live, person(true)),
    run: ({ log, project }, someone) => undoFlow(log.batch("b"), log, project, someone),
  },
};

for (const [name, flow] of Object.entries(FLOWS))
  describe(`${name} that is given up`, () => {
    for (const moment of ["before the server has it", "after the server has done it"] as const)
      test(`at any call, ${moment}`, async () => {
        let at = 0;
        while (await givenUpAt(at, moment, flow)) at++;
        assert.ok(at >= 3, `it was given up at ${at} calls`);
      });
  });

/** @returns whether there was such a call */
async function givenUpAt(
  at: number,
  moment: "before the server has it" | "after the server has done it",
  flow: Flow,
): Promise<boolean> {
  const live: SetUp = { ...openLive({ isSeeded: true }), ...undoInMemory() };
  await flow.prepare?.(live);
  const before = await contents(live);
  const controller = new AbortController();
  const calls: string[] = [];
  let given: string | undefined;
  live.always.every = async (call, send) => {
    const number = calls.push(call) - 1;
    if (number !== at) return send();
    given = call;
    if (moment === "after the server has done it") await send();
    controller.abort();
    throw new DOMException("This operation was aborted", "AbortError");
  };
  const someone: Person = {
    wait: (_title, work) => work(controller.signal),
    agree: () => Promise.resolve(true),
  };
  const result = await flow.run(live, someone);
  delete live.always.every;
  if (given === undefined) return false;

  const words = wordsOf(result);
  const context = `${given}, call ${at}, ${moment}: ${words}`;
  const hasChanged = (await contents(live)) !== before;
  assert.deepEqual(calls.slice(at + 1).filter(isWrite), [], `sent afterwards: ${context}`);
  // Of what was sent and not answered nobody knows; of everything else the words tell.
  if (isWrite(given)) assert.match(words, /may have been done all the same/, context);
  else if (!hasChanged) assert.match(words, /nothing (was|is)/i, context);
  if (!isWrite(given) && hasEnded(result)) assert.equal(result.kind, "cancelled", context);
  if (hasChanged && !calls.some((call) => call.startsWith("Create")))
    assert.ok(live.log.batch().length > 0, `cannot be undone: ${context}`);
  return true;
}

function wordsOf(result: Result): string {
  return result.kind === "deleted" ? deletedWords(result as Deleted) : (result as Ended).words;
}

function isWrite(call: string): boolean {
  return /^(Create|Update|Delete)/.test(call);
}

async function contents({ client }: SetUp): Promise<string> {
  const listed = await client.rules.list();
  assert.ok(listed.ok);
  return JSON.stringify(listed.value.map(({ text }) => text));
}

test("a deletion that is given up while its copy is kept sends nothing, and says so", async () => {
  const live: SetUp = { ...openLive({ isSeeded: true }), ...undoInMemory() };
  const controller = new AbortController();
  const someone: Person = {
    wait: (_title, work) => work(controller.signal),
    agree: () => Promise.resolve(true),
  };
  const kept = copies(live);
  const keep: typeof kept.keep = (...args) => {
    controller.abort();
    return kept.keep(...args);
  };
  const result = await deleteFlow(deleting([BOOKINGS]), live.project, someone, { ...kept, keep });
  assert.equal(result.kind, "cancelled");
  assert.match(wordsOf(result), /nothing was changed/);
  assert.deepEqual(live.log.batch(), [], "no copy is left");
});
