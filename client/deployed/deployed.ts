/** What is deployed in each project, as far as somebody asked: shared by explorer, commands and facts. */
import * as vscode from "vscode";
import { signalOf } from "../live/with-cancel.ts";
import type { ProjectEntry } from "../projects/project-entry.ts";
import type { Projects } from "../projects/projects.ts";
import { latest, type DeployedState, type Load } from "./load.ts";
import { readDeployed, UNKNOWN } from "./read-deployed.ts";
import { Readings } from "./readings.ts";
import { Requests } from "./requests.ts";

export type { DeployedState, Load } from "./load.ts";

export class Deployed implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<string>();
  /** The id of the project of which something else is known now. */
  readonly onDidChange = this.#changed.event;
  readonly #readings = new Readings();
  readonly #requests = new Requests((projectId, signal) => this.#read(projectId, signal));

  readonly #listener: vscode.Disposable;

  constructor(private readonly projects: Projects) {
    this.#listener = projects.onDidChange(() => void this.#dropMoved());
  }

  /** What is known now; asks for nothing. */
  get(projectId: string): Load<DeployedState> {
    return this.#readings.get(projectId);
  }

  /**
   * What is known of a project as it is set up now; asks for nothing. Another server that has taken its name, or another
   * key, makes everything unknown at once.
   */
  of(entry: ProjectEntry): Load<DeployedState> {
    if (this.#readings.isFromElsewhere(entry.id, entry)) this.forget(entry.id);
    return this.get(entry.id);
  }

  /** What is known, or what the request brings that somebody else has made; asks where nothing is known yet. */
  async load(
    projectId: string,
    until?: vscode.CancellationToken | AbortSignal,
  ): Promise<Load<DeployedState>> {
    const joined = this.#requests.join(projectId, asSignal(until));
    if (joined) return (await joined) ?? this.get(projectId);
    const known = this.get(projectId);
    return known.kind === "ready" ? known : this.refresh(projectId, until);
  }

  /**
   * Reads anew. One request at a time for each project: during one, all who ask share the next, which begins after
   * they asked and so tells of what they have changed.
   * @param until gives up waiting; the request itself ends when nobody waits any more
   */
  async refresh(
    projectId: string,
    until?: vscode.CancellationToken | AbortSignal,
  ): Promise<Load<DeployedState>> {
    return (await this.#requests.begin(projectId, asSignal(until))) ?? this.get(projectId);
  }

  /** Ends reading, of one project or of all, and says so where its rules would stand. */
  stop(projectId?: string): void {
    this.#requests.stop(projectId);
  }

  async #dropMoved(): Promise<void> {
    for (const entry of await this.projects.list()) this.of(entry);
  }

  /** What was known of a project that is there no more, or that is another one now. */
  forget(projectId: string): void {
    this.#requests.forget(projectId);
    if (this.#readings.delete(projectId)) this.#changed.fire(projectId);
  }

  async #read(projectId: string, signal: AbortSignal): Promise<Load<DeployedState>> {
    let before = this.get(projectId);
    // Everybody gave up, somebody stopped it, or the project was forgotten, before it was its turn.
    if (signal.aborted) return before;
    let loading = loadingAfter(before);
    this.#set(projectId, loading);
    let load: Load<DeployedState> = before;
    try {
      const project = await this.projects.connect(projectId);
      // Forgotten meanwhile: whatever comes now is about another project.
      if (this.get(projectId) !== loading) return UNKNOWN;
      if (project && this.#readings.isFromElsewhere(projectId, project.entry)) {
        before = load = UNKNOWN;
        loading = loadingAfter(before);
        this.#set(projectId, loading);
      }
      if (project) this.#readings.readAt(projectId, project.entry);
      load = project ? await readDeployed(project.client, before, signal) : UNKNOWN;
    } finally {
      if (this.get(projectId) === loading) this.#set(projectId, load);
      else load = UNKNOWN;
    }
    return load;
  }

  #set(projectId: string, load: Load<DeployedState>): void {
    this.#readings.set(projectId, load);
    this.#changed.fire(projectId);
  }

  dispose(): void {
    this.#listener.dispose();
    this.#requests.forgetAll();
    this.#changed.dispose();
  }
}

function loadingAfter(before: Load<DeployedState>): Load<DeployedState> {
  const last = latest(before);
  return { kind: "loading", ...(last && { last }) };
}

function asSignal(until: vscode.CancellationToken | AbortSignal | undefined): AbortSignal | undefined {
  return until && "isCancellationRequested" in until ? signalOf(until) : until;
}
