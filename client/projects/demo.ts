/** The service of the demo project: LiveKit's as it is emulated, called directly in this process, kept with the workspace. */
import type * as vscode from "vscode";
import { createEmulator } from "../../livekit/emulator/emulator.ts";
import { emulatorFetch } from "../../livekit/emulator/fetch.ts";
import { seedDemo } from "../../livekit/emulator/seed-demo.ts";
import { Store, type Change, type Journal } from "../../livekit/emulator/store.ts";
import type { FetchLike } from "../../livekit/transport.ts";
import { DEMO_PROJECT } from "./demo-project.ts";

const KEPT = "livekitDispatch.demo";

/** @returns a `fetch` that reaches the demo and nothing else */
export function startDemo(memory: vscode.Memento): FetchLike {
  const kept = memory.get<readonly Change[]>(KEPT);
  const journal = new MemoryJournal(memory);
  const store = new Store(Array.isArray(kept) ? kept : [], journal);
  journal.store = store;
  seedDemo(store, Date.now());
  const { apiKey, apiSecret } = DEMO_PROJECT;
  const emulator = createEmulator({ apiKey, apiSecret: apiSecret.reveal(), store });
  return emulatorFetch(emulator);
}

/** Everything there is, written at once: a demo has few things. */
class MemoryJournal implements Journal {
  store: Store | undefined;
  #isSaved = true;

  constructor(private readonly memory: vscode.Memento) {}

  append(): void {
    this.#isSaved = false;
  }

  async settled(): Promise<void> {
    if (this.#isSaved || !this.store) return;
    this.#isSaved = true;
    await this.memory.update(KEPT, [...this.store.contents()]);
  }
}
