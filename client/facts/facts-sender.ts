/** Tells the language server what is known of the active project and of the agents in the workspace's code. */
import * as vscode from "vscode";
import type { Deployed } from "../deployed/deployed.ts";
import type { LanguageServer } from "../language/language-server.ts";
import type { Projects } from "../projects/projects.ts";
import { ruleAddress } from "../rules/documents/rule-address.ts";
import type { AgentFiles } from "./agent-files.ts";
import { factsFor, newPinKey } from "./project-facts.ts";

/** Several things often change at once. */
const PAUSE_MS = 100;

export class FactsSender implements vscode.Disposable {
  readonly #pinKey = newPinKey();
  readonly #listeners: vscode.Disposable;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #sendings = 0;
  #wasRunning = false;
  #sent = "";
  /** The id of the project that was told of. */
  #sentOf: string | undefined;

  constructor(
    private readonly server: LanguageServer,
    private readonly projects: Projects,
    private readonly deployed: Deployed,
    private readonly agents: AgentFiles,
  ) {
    const soon = (): void => this.#soon();
    this.#listeners = vscode.Disposable.from(
      projects.onDidChange(soon),
      deployed.onDidChange(soon),
      agents.onDidChange(soon),
      server.onDidChange(() => {
        // A server that was started again knows nothing.
        if (server.isRunning && !this.#wasRunning) {
          this.#sent = "";
          soon();
        }
        this.#wasRunning = server.isRunning;
      }),
    );
  }

  #soon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#send(), PAUSE_MS);
  }

  /** Asks nobody over the network: what was read already is passed on. */
  async #send(): Promise<void> {
    const sending = ++this.#sendings;
    const entry = (await this.projects.active())?.entry;
    const id = entry?.id;
    if (sending !== this.#sendings || !this.server.isRunning) return;
    const load = entry && this.deployed.of(entry);
    // While it is being read, what was told last still stands, unless that was of another project.
    if (load?.kind === "loading" && load.last && id === this.#sentOf) return;
    this.#sentOf = id;
    const facts = factsFor(load, entry?.name ?? "", this.agents.agents, this.#pinKey, (ruleId, name) =>
      vscode.Uri.from(ruleAddress({ projectId: id ?? "", ruleId, name })).toString(),
    );
    const text = JSON.stringify(facts);
    if (text === this.#sent) return;
    this.#sent = text;
    this.server.tellFacts(facts);
  }

  dispose(): void {
    this.#sendings++;
    clearTimeout(this.#pause);
    this.#listeners.dispose();
  }
}
