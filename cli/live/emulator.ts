/** The emulator in a process of its own: open the store, listen, say where, wait for a signal, close. */
import { createEmulator } from "../../livekit/emulator/emulator.ts";
import { listen } from "../../livekit/emulator/http/node.ts";
import { openFileStore, type FileStore } from "../../livekit/emulator/journal/node.ts";
import { FileInUse } from "../../livekit/emulator/journal/lock/node.ts";
import { UnreadableStore } from "../../livekit/emulator/journal/records.ts";
import { seedDemo } from "../../livekit/emulator/seed-demo.ts";
import { Store } from "../../livekit/emulator/store.ts";
import type { ExitCode } from "../command.ts";
import { reasonOf } from "../files/reasons.ts";
import { say, stdout } from "../terminal/streams.ts";
import { shellWord } from "../terminal/shell-word.ts";
import { visible } from "../../core/text/visible.ts";

export interface EmulatorRun {
  readonly port: number;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly data: string | undefined;
  readonly isSeeded: boolean;
  readonly isJson: boolean;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export async function runEmulator({
  port,
  apiKey,
  apiSecret,
  data,
  isSeeded,
  isJson,
}: EmulatorRun): Promise<ExitCode> {
  // Before the line that says that it is ready: whoever reads it may end us at once.
  const ended = signal();
  const kept = await openStore(data);
  if (kept === undefined) return 1;
  const { store } = kept;
  if (isSeeded) seedDemo(store, Date.now());
  await store.settled();
  const emulator = createEmulator({ apiKey, apiSecret, store });
  let listening;
  try {
    listening = await listen(emulator, port);
  } catch (error) {
    await kept.close();
    const reason =
      (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? "something else uses it" : reasonOf(error);
    say(`Port ${port} cannot be had: ${reason}. With --port 0 a free one is taken.\n`);
    return 1;
  }
  const { url } = listening;
  await stdout.write(
    isJson ? `${JSON.stringify({ url, apiKey, apiSecret })}\n` : ready(url, apiKey, apiSecret),
  );
  await stdout.flush();
  await ended;
  await listening.close();
  await kept.close();
  return 0;
}

function ready(url: string, apiKey: string, apiSecret: string): string {
  return [
    `LiveKit's SIP service, emulated: ${url}`,
    "In another terminal:",
    ...assignments({ LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret }),
    "  livekit-dispatch list",
    "Ctrl-C ends it.",
    "",
  ].join("\n");
}

/** For the shell that people have: PowerShell on Windows. */
function assignments(variables: Readonly<Record<string, string>>): string[] {
  const isWindows = process.platform === "win32";
  const parts = Object.entries(variables).map(([name, value]) =>
    isWindows
      ? `  $env:${name} = '${visible(value).replaceAll("'", "''")}'`
      : `${name}=${shellWord(visible(value))}`,
  );
  return isWindows ? parts : [`  export ${parts.join(" ")}`];
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of SIGNALS)
      process.once(name, () => {
        resolve();
      });
  });
}

async function openStore(data: string | undefined): Promise<FileStore | undefined> {
  if (data === undefined) return { store: new Store(), close: () => Promise.resolve() };
  try {
    return await openFileStore(data);
  } catch (error) {
    const isOurs = error instanceof FileInUse || error instanceof UnreadableStore;
    say(`${visible(data)} cannot be used: ${visible(isOurs ? error.message : reasonOf(error))}\n`);
    return undefined;
  }
}
