/** A project on the emulator, a person whose answers are written down, and what was sent. */
import { createClient, type LiveKitClient } from "../../../../livekit/client.ts";
import { createEmulator } from "../../../../livekit/emulator/emulator.ts";
import { emulatorFetch } from "../../../../livekit/emulator/fetch.ts";
import { seedDemo } from "../../../../livekit/emulator/seed-demo.ts";
import type { FetchLike } from "../../../../livekit/transport.ts";
import type { Change, Connected, Person } from "../../../../client/rules/flows/person.ts";
import { UndoLog, type UndoEntry, type UndoTexts } from "../../../../client/rules/undo/undo-log.ts";
import { canary } from "../../../livekit/support/canary.ts";

export interface Live {
  readonly project: Connected;
  readonly client: LiveKitClient;
  /** The calls that reached the server, such as `CreateSIPDispatchRule`. */
  readonly sent: string[];
  /** What happens to the next call of this name instead, or after it. */
  readonly meanwhile: Map<string, Meanwhile>;
  /** What happens to every call, whatever its name. */
  readonly always: { every?: (call: string, send: () => Promise<Response>) => Promise<Response> };
}

/** `send` lets the call through. */
export type Meanwhile = (send: () => Promise<Response>) => Promise<Response>;

const KEY = { apiKey: "devkey", apiSecret: canary("rule-flows") };

/** @param isSeeded with the rules and trunks of the demo */
export function openLive({ isSeeded = false, isProduction = false } = {}): Live {
  const emulator = createEmulator(KEY);
  if (isSeeded) seedDemo(emulator.store, 1_790_000_000_000);
  const sent: string[] = [];
  const meanwhile = new Map<string, Meanwhile>();
  const always: Live["always"] = {};
  const through = emulatorFetch(emulator);
  const fetch: FetchLike = (url, init) => {
    const call = url.slice(url.lastIndexOf("/") + 1);
    const send = (): Promise<Response> => {
      sent.push(call);
      return through(url, init);
    };
    if (always.every) return always.every(call, send);
    const other = meanwhile.get(call);
    meanwhile.delete(call);
    return other ? other(send) : send();
  };
  const client = createClient({ project: "Test", url: "http://test.localhost", ...KEY }, { fetch });
  const entry = {
    id: "own:Test",
    name: "Test",
    host: "test.localhost",
    apiKey: KEY.apiKey,
    source: "own",
    place: "entered in VS Code",
    isProduction,
    isDemo: false,
  } as const;
  return { project: { entry, client }, client, sent, meanwhile, always };
}

export interface TestPerson extends Person {
  readonly asked: Change[];
  /** Titles of what was waited for. */
  readonly waited: string[];
}

/** @param answers to the questions in their order; an answer may do something before it is given */
export function person(...answers: readonly (boolean | (() => Promise<boolean>))[]): TestPerson {
  const asked: Change[] = [];
  const waited: string[] = [];
  return {
    asked,
    waited,
    wait: (title, work) => {
      waited.push(title);
      return work(new AbortController().signal);
    },
    agree: (change) => {
      const answer = answers[asked.length];
      asked.push(change);
      if (answer === undefined) throw new Error(`Nobody expected the question ${change.question}`);
      return typeof answer === "boolean" ? Promise.resolve(answer) : answer();
    },
  };
}

/** Undo in memory. @param fails the texts cannot be stored */
export function undoInMemory(fails = false): {
  readonly log: UndoLog;
  readonly texts: Map<string, UndoTexts>;
} {
  let entries: readonly UndoEntry[] = [];
  let keys = 0;
  const texts = new Map<string, UndoTexts>();
  const storage = {
    entries: () => entries,
    setEntries: (next: readonly UndoEntry[]) => {
      entries = next;
      return Promise.resolve();
    },
    texts: (key: string) => Promise.resolve(texts.get(key)),
    setTexts: (key: string, value: UndoTexts | undefined) => {
      if (fails && value) return Promise.reject(new Error("no keyring"));
      if (value) texts.set(key, value);
      else texts.delete(key);
      return Promise.resolve();
    },
  };
  return { log: new UndoLog(storage, () => `key-${++keys}`), texts };
}

/** The one rule that is deployed, or the one with this name. */
export async function deployedRule(client: LiveKitClient, name?: string) {
  const listed = await client.rules.list();
  if (!listed.ok) throw new Error(JSON.stringify(listed.failure));
  const found = name === undefined ? listed.value[0] : listed.value.find((rule) => rule.name === name);
  if (!found) throw new Error(`There is no rule ${name ?? ""}`);
  return found;
}

/** Never answers: what was sent may have been done. */
export const noAnswer: Meanwhile = async (send) => {
  await send();
  throw Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } });
};
