/**
 * Where the settings come from: asked of the client where it answers `workspace/configuration`, otherwise what
 * it sends with `workspace/didChangeConfiguration`; until then, `initializationOptions`.
 */
import {
  DidChangeConfigurationNotification,
  type Connection,
  type DidChangeConfigurationParams,
} from "vscode-languageserver";
import type { ClientSupport } from "./client-support.ts";
import { DEFAULT_SETTINGS, isObject, readSettings, SECTION, type Settings } from "./settings.ts";

/** How long nothing is said about a document because the client still has to say what is set. */
const PATIENCE_MS = 2000;

export class SettingsSource {
  /** What stands as long as the client has nothing else. */
  #initial: unknown;
  #current: Settings = DEFAULT_SETTINGS;
  #complained = "";
  #questions = 0;
  #markReady: () => void = () => {};
  #isReady = false;
  /** Resolved when the settings are known, or when the client took too long to tell them. */
  readonly ready = new Promise<void>((resolve) => {
    this.#markReady = resolve;
  });

  /** @param changed called when the settings are others than before, once they are known */
  constructor(
    private readonly connection: Connection,
    private readonly changed: () => void,
  ) {}

  get current(): Settings {
    return this.#current;
  }

  /** Whether diagnostics can be given; before, they might be others than the user has set. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** @param options `initializationOptions`: the settings, with or without their section's name */
  initialize(options: unknown): void {
    this.#initial = isObject(options) && SECTION in options ? options[SECTION] : options;
    this.#use(this.#initial);
  }

  /** The client listens now. */
  initialized(support: ClientSupport): void {
    this.connection.onDidChangeConfiguration((params: DidChangeConfigurationParams) => {
      if (support.configuration) void this.#ask();
      else this.#take(params.settings);
    });
    if (!support.configuration) {
      this.#becomeReady();
      return;
    }
    if (support.configurationRegistration)
      // A client that refuses will not tell about changes, which is no reason to stop.
      this.connection.client
        .register(DidChangeConfigurationNotification.type, { section: SECTION })
        .catch(() => undefined);
    setTimeout(() => this.#becomeReady(), PATIENCE_MS);
    void this.#ask();
  }

  /** Settings that a client sends by itself: all of them, or none to say that something changed. */
  #take(sent: unknown): void {
    if (isObject(sent) && SECTION in sent) this.#use(sent[SECTION]);
  }

  async #ask(): Promise<void> {
    const question = ++this.#questions;
    let answer: unknown;
    try {
      answer = await this.connection.workspace.getConfiguration(SECTION);
    } catch {
      answer = null;
    }
    // An older answer that arrives late must not undo a newer one.
    if (question !== this.#questions) return;
    this.#use(answer ?? this.#initial);
    this.#becomeReady();
  }

  #use(value: unknown): void {
    const { settings, complaints } = readSettings(value);
    const complaint = complaints.join(" ");
    if (complaint !== "" && complaint !== this.#complained)
      this.connection.console.warn(`Ignored in the settings: ${complaint}`);
    this.#complained = complaint;
    if (JSON.stringify(settings) === JSON.stringify(this.#current)) return;
    this.#current = settings;
    if (this.#isReady) this.changed();
  }

  #becomeReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#markReady();
  }
}
