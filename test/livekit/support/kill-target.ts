/** An emulator with a file in a process of its own, to be killed. Says its address as soon as it listens. */
import { createEmulator } from "../../../livekit/emulator/emulator.ts";
import { listen } from "../../../livekit/emulator/http/node.ts";
import { openFileStore } from "../../../livekit/emulator/journal/node.ts";

async function main(path: string, apiKey: string, apiSecret: string): Promise<void> {
  // Small enough that some of the kills hit the file while it is written anew.
  const { store } = await openFileStore(path, { compactBytes: 4096 });
  const { url } = await listen(createEmulator({ apiKey, apiSecret, store }));
  process.stdout.write(`${url}\n`);
}

const [path = "", apiKey = "", apiSecret = ""] = process.argv.slice(2);
void main(path, apiKey, apiSecret);
