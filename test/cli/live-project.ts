/** An emulated project for the command line to talk to, without anything of whoever runs the tests. */
import { after } from "node:test";
import { createClient, type LiveKitClient } from "../../livekit/client.ts";
import { createEmulator, type Emulator } from "../../livekit/emulator/emulator.ts";
import { listen } from "../../livekit/emulator/http/node.ts";
import { canary } from "../livekit/support/canary.ts";
import { cli, type Circumstances, type Ran } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const SECRET = canary("cli");

export interface LiveProject {
  readonly url: string;
  readonly emulator: Emulator;
  readonly client: LiveKitClient;
  /** `LIVEKIT_…` of the project. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs a command in this project, from a folder of its own. */
  readonly run: (words: readonly string[], circumstances?: Circumstances) => Promise<Ran>;
  /** Stores a rule and returns its id. */
  readonly store: (rule: object) => Promise<string>;
}

/** Whoever runs the tests may be signed in somewhere. */
export const NOBODY = {
  HOME: temporaryFolder(),
  XDG_STATE_HOME: undefined,
  LIVEKIT_URL: undefined,
  LIVEKIT_API_KEY: undefined,
  LIVEKIT_API_SECRET: undefined,
};

export async function liveProject(): Promise<LiveProject> {
  const emulator = createEmulator({ apiKey: "devkey", apiSecret: SECRET });
  const { url, close } = await listen(emulator);
  after(close);
  const client = createClient({ project: "test", url, apiKey: "devkey", apiSecret: SECRET });
  const environment = { LIVEKIT_URL: url, LIVEKIT_API_KEY: "devkey", LIVEKIT_API_SECRET: SECRET };
  const folder = temporaryFolder();
  return {
    url,
    emulator,
    client,
    environment,
    run: (words, { env, ...rest } = {}) =>
      cli(words, { cwd: folder, ...rest, env: { ...NOBODY, ...environment, ...env } }),
    store: async (rule) => {
      const outcome = await client.rules.create(JSON.stringify({ dispatch_rule: rule }));
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
      return outcome.value.id;
    },
  };
}

/** A rule that no other rule gets in the way of. */
export function ruleFor(name: string, more: object = {}): object {
  return { name, trunkIds: [`ST_${name}`], rule: { dispatchRuleDirect: { roomName: name } }, ...more };
}
