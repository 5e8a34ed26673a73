/**
 * Where the settings come from: asked of the client where it answers `workspace/configuration`, for each folder
 * of the workspace; otherwise what it sends with `workspace/didChangeConfiguration`; until then,
 * `initializationOptions`.
 */
import type { MessageConnection } from "vscode-jsonrpc";
import type { DidChangeConfigurationParams } from "vscode-languageserver";
import { isObject } from "../core/configuration/levels.ts";
import type { ClientSupport } from "./client-support.ts";
import { register, type Log } from "./connection.ts";
import { DEFAULT_SETTINGS, readSettings, SECTION, type FolderSettings } from "./settings.ts";
import type { WorkspaceFolders } from "./workspace-folders.ts";

/** How long nothing is said about a document because the client still has to say what is set. */
const PATIENCE_MS = 2000;

export class SettingsSource {
  /** What stands as long as the client has nothing else. */
  #initial: unknown;
  #general: FolderSettings = DEFAULT_SETTINGS;
  /** By folder, only where they differ from the general ones. */
  #byFolder = new Map<string, FolderSettings>();
  /** Counts the sets of settings, because the same text has other problems under others. */
  era = 0;
  #complained = "";
  #questions = 0;
  #markReady: () => void = () => {};
  #asks: () => void = () => {};
  #isReady = false;
  /** Resolved when the settings are known, or when the client took too long to tell them. */
  readonly ready = new Promise<void>((resolve) => {
    this.#markReady = resolve;
  });

  /** @param changed called when the settings are others than before, once they are known */
  constructor(
    private readonly connection: MessageConnection,
    private readonly log: Log,
    private readonly folders: WorkspaceFolders,
    private readonly changed: () => void,
  ) {}

  /** Those of the folder that a document lies in. */
  of(uri: string): FolderSettings {
    if (this.#byFolder.size === 0) return this.#general;
    const folder = this.folders.around(uri);
    return this.#byFolder.get(folder ?? "") ?? this.#general;
  }

  /** Whether diagnostics can be given; before, they might be others than the user has set. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** @param options `initializationOptions`: the settings, with or without their section's name */
  initialize(options: unknown): void {
    this.#initial = isObject(options) && SECTION in options ? options[SECTION] : options;
    this.#use([this.#initial], []);
  }

  /**
   * The client listens now.
   * @param others more sections of which it should tell when they change
   * @param asks called whenever the settings are asked for, in front of that
   */
  initialized(support: ClientSupport, others: readonly string[] = [], asks: () => void = () => {}): void {
    this.#asks = asks;
    this.connection.onNotification(
      "workspace/didChangeConfiguration",
      (params: DidChangeConfigurationParams) => {
        if (support.configuration) void this.#ask();
        else this.#take(params.settings);
      },
    );
    if (!support.configuration) {
      this.#becomeReady();
      return;
    }
    if (support.configurationRegistration)
      register(this.connection, "settings", "workspace/didChangeConfiguration", {
        section: others.length > 0 ? [SECTION, ...others] : SECTION,
      });
    setTimeout(() => this.#becomeReady(), PATIENCE_MS);
    this.folders.onDidChange(() => void this.#ask());
    void this.#ask();
  }

  /** Settings that a client sends by itself: all of them, or none to say that something changed. */
  #take(sent: unknown): void {
    if (isObject(sent) && SECTION in sent) this.#use([sent[SECTION]], []);
  }

  /** One question for all folders, so that no keystroke ever waits for an answer. */
  async #ask(): Promise<void> {
    const question = ++this.#questions;
    this.#asks();
    const folders = this.folders.all;
    const items = [undefined, ...folders].map((scopeUri) =>
      scopeUri === undefined ? { section: SECTION } : { scopeUri, section: SECTION },
    );
    let answers: unknown;
    try {
      answers = await this.connection.sendRequest("workspace/configuration", { items });
    } catch {
      answers = null;
    }
    // An older answer that arrives late must not undo a newer one.
    if (question !== this.#questions) return;
    this.#use(
      items.map((_, index) => (Array.isArray(answers) ? (answers[index] as unknown) : null) ?? this.#initial),
      folders,
    );
    this.#becomeReady();
  }

  /** @param values the general settings, then those of each folder */
  #use(values: readonly unknown[], folders: readonly string[]): void {
    const [general, ...own] = values.map(readSettings);
    if (!general) return;
    this.#complain([general, ...own].flatMap(({ complaints }) => complaints));
    const before = this.#asText();
    const generalText = JSON.stringify(general.settings);
    this.#general = general.settings;
    this.#byFolder = new Map<string, FolderSettings>();
    for (const [index, folder] of folders.entries()) {
      const settings = own[index]?.settings;
      if (settings && JSON.stringify(settings) !== generalText) this.#byFolder.set(folder, settings);
    }
    if (this.#asText() === before) return;
    this.era++;
    if (this.#isReady) this.changed();
  }

  #asText(): string {
    return JSON.stringify([this.#general, ...this.#byFolder]);
  }

  /** Once, until something else is wrong. */
  #complain(complaints: readonly string[]): void {
    const complaint = [...new Set(complaints)].join(" ");
    if (complaint !== "" && complaint !== this.#complained)
      this.log.warn(`Ignored in the settings: ${complaint}`);
    this.#complained = complaint;
  }

  #becomeReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#markReady();
  }
}
