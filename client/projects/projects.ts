/** The projects as the rest of the extension sees them: which there are, which one is active and why, a client for each. */
import * as vscode from "vscode";
import { createClient, type LiveKitClient } from "../../livekit/client.ts";
import { connectionTo } from "../../livekit/projects/project.ts";
import type { Places } from "../../livekit/projects/places.ts";
import type { FetchLike } from "../../livekit/transport.ts";
import { explainWarning } from "../../livekit/words/warning.ts";
import { startDemo } from "./demo.ts";
import { DEMO_PROJECT } from "./demo-project.ts";
import { mergePlaces } from "./folder-places.ts";
import { chooseProject, knownProjects, type Choice, type KnownProject } from "./known-projects.ts";
import { OwnProjects } from "./own-projects.ts";
import type { PlacesReader } from "./places-reader.ts";
import { ProductionHosts } from "./production-hosts.ts";
import { DEMO_ID, type ProjectEntry } from "./project-entry.ts";

export interface ActiveProject {
  readonly entry: ProjectEntry;
  /** Half a sentence: `you chose it in this workspace`. */
  readonly why: string;
  readonly client: LiveKitClient;
  /** Half a sentence where `lk` would take another one. */
  readonly lkNote?: string;
}

/** What is known of projects at one moment. */
export interface Overview {
  /** The active one first, the demo last. */
  readonly projects: readonly ProjectEntry[];
  readonly active: ActiveProject | undefined;
  /** Why none is active, in sentences; `undefined` also where none is set up anywhere. */
  readonly problem: string | undefined;
  /** What the user should know about the active project although it can be used. */
  readonly warnings: readonly string[];
}

/** For this workspace: another one may be about another project. */
const CHOSEN = "livekitDispatch.chosenProject";
const SETTING = "livekitDispatch.project";

export class Projects implements vscode.Disposable {
  readonly own: OwnProjects;
  readonly #production: ProductionHosts;
  readonly #changed = new vscode.EventEmitter<void>();
  /** What `list` and `active` answer may be different now. */
  readonly onDidChange = this.#changed.event;
  readonly #listener: vscode.Disposable;
  #demo: FetchLike | undefined;
  #problem: string | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly readPlaces: PlacesReader,
  ) {
    this.own = new OwnProjects(context.globalState, context.secrets);
    this.#production = new ProductionHosts(context.globalState);
    this.#listener = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SETTING)) this.#changed.fire();
    });
  }

  /** All of it as it is at one moment. */
  async overview(): Promise<Overview> {
    const { known, choice } = await this.#look();
    const active = "known" in choice ? choice.known : undefined;
    const others = known.filter((each) => each !== active);
    const project = "known" in choice ? this.#activeProject(choice) : undefined;
    const insecure =
      project?.client.warnings.map((each) => explainWarning(each, project.client.target)) ?? [];
    return {
      projects: (active ? [active, ...others] : others).map(({ entry }) => entry),
      active: project,
      problem: "problem" in choice ? choice.problem : undefined,
      warnings: [...("warnings" in choice ? choice.warnings : []), ...insecure],
    };
  }

  /** Every project that is known, the active one first, the demo last. */
  async list(): Promise<readonly ProjectEntry[]> {
    return (await this.overview()).projects;
  }

  /** `undefined`: none; the reason is in `problem`. */
  async active(): Promise<ActiveProject | undefined> {
    return (await this.overview()).active;
  }

  /** Why no project is active, in sentences, as was found last; `undefined` also where none is set up anywhere. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Any project that is known; `undefined` where it is gone. */
  async connect(id: string): Promise<ActiveProject | undefined> {
    const { known, choice } = await this.#look();
    if ("known" in choice && choice.known.entry.id === id) return this.#activeProject(choice);
    const found = known.find(({ entry }) => entry.id === id);
    return found && { entry: found.entry, why: "you chose it", client: this.#clientFor(found) };
  }

  /** Makes a project the active one of this workspace. */
  async select(id: string): Promise<void> {
    await this.context.workspaceState.update(CHOSEN, id);
    this.#changed.fire();
  }

  /** Back to the project that files and environment say. */
  async unselect(): Promise<void> {
    await this.context.workspaceState.update(CHOSEN, undefined);
    this.#changed.fire();
  }

  /** The id that the user chose in this workspace. */
  get chosen(): string | undefined {
    const chosen: unknown = this.context.workspaceState.get(CHOSEN);
    return typeof chosen === "string" ? chosen : undefined;
  }

  async openDemo(): Promise<void> {
    await this.select(DEMO_ID);
  }

  /** The demo is never one. */
  async markProduction(id: string, isProduction: boolean): Promise<void> {
    const { known } = await this.#look();
    const entry = known.find((each) => each.entry.id === id)?.entry;
    if (!entry || entry.isDemo) return;
    await this.#production.mark(entry.host, isProduction);
    this.#changed.fire();
  }

  /** Somebody changed what stands behind the projects. */
  noteChange(): void {
    this.#changed.fire();
  }

  async #look(): Promise<{ readonly known: readonly KnownProject[]; readonly choice: Choice }> {
    const places = await this.#places();
    const hosts = this.#production.hosts();
    const known = knownProjects(places, (host) => hosts.has(host));
    const setting: unknown = vscode.workspace.getConfiguration().get(SETTING);
    const wish = { chosen: this.chosen, setting: typeof setting === "string" ? setting : undefined };
    const choice = chooseProject(wish, places, known);
    this.#problem = "problem" in choice ? choice.problem : undefined;
    return { known, choice };
  }

  async #places(): Promise<Places> {
    // What lies in a folder that nobody has vouched for must not decide where calls and tokens go.
    const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
    const onDisk = folders.filter(({ uri }) => uri.scheme === "file");
    const merged = mergePlaces(
      this.readPlaces(undefined),
      onDisk.map(({ name, uri }) => ({ folder: name, places: this.readPlaces(uri.fsPath) })),
    );
    return { ...merged, own: await this.own.projects(), demo: DEMO_PROJECT };
  }

  #activeProject({ known, why, lkNote }: Extract<Choice, { known: unknown }>): ActiveProject {
    return {
      entry: known.entry,
      why,
      client: this.#clientFor(known),
      ...(lkNote !== undefined && { lkNote }),
    };
  }

  #clientFor({ entry, project }: KnownProject): LiveKitClient {
    if (!entry.isDemo) return createClient(connectionTo(project));
    this.#demo ??= startDemo(this.context.workspaceState);
    return createClient(connectionTo(project), { fetch: this.#demo });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}
