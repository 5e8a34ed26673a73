/** What the explorer shows at the moment: made when it is asked for, kept until something changes. Imports no editor. */
import type { Deployed } from "../deployed/deployed.ts";
import { latest } from "../deployed/load.ts";
import type { CallsWatch } from "../live/calls-watch.ts";
import type { Projects } from "../projects/projects.ts";
import type { ExplorerNode } from "./model/node.ts";
import { treeRoots } from "./model/tree.ts";
import type { TreeInput } from "./model/tree-input.ts";
import type { ViewState } from "./view-state.ts";

export type Known = Pick<TreeInput, "projects" | "active" | "problem">;

/** The tree, and what it is made of. */
export interface Drawn {
  readonly roots: readonly ExplorerNode[];
  readonly input: TreeInput;
}

export class ExplorerContent {
  /** What each project's node was made of. */
  readonly #shown = new Map<string, unknown>();
  #activeId: string | undefined;
  #known: Promise<Known> | undefined;
  #drawn: Promise<Drawn> | undefined;

  constructor(
    private readonly projects: Pick<Projects, "overview">,
    private readonly deployed: Pick<Deployed, "get" | "of">,
    private readonly calls: Pick<CallsWatch, "get">,
    private readonly state: Pick<ViewState, "filter" | "order" | "pages">,
  ) {}

  /** The project that was active when projects were looked at last. */
  get activeId(): string | undefined {
    return this.#activeId;
  }

  known(): Promise<Known> {
    this.#known ??= this.#ask();
    return this.#known;
  }

  drawn(): Promise<Drawn> {
    this.#drawn ??= this.known().then((known) => {
      const { filter, order } = this.state;
      const input: TreeInput = {
        ...known,
        filter,
        order,
        deployed: (id) => this.deployed.get(id),
        calls: (projectId, ruleId) => this.calls.get(projectId, ruleId),
        pages: (nodeId) => this.state.pages(nodeId),
      };
      return { roots: treeRoots(input), input };
    });
    return this.#drawn;
  }

  /** The tree is made anew when it is asked for next. */
  redraw(): void {
    this.#drawn = undefined;
  }

  /** Projects are looked for anew, too. */
  lookAgain(): void {
    this.#known = undefined;
    this.#drawn = undefined;
  }

  /** Whether something is different from what is shown: an answer that says the same is no news. */
  hasNews(projectId: string): boolean {
    const load = this.deployed.get(projectId);
    // Nobody could be asked: the project may be gone.
    if (load.kind === "unknown") this.lookAgain();
    const state = load.kind === "failed" ? load.failure : (latest(load) ?? load.kind);
    if (this.#shown.get(projectId) === state) return false;
    this.#shown.set(projectId, state);
    return true;
  }

  async #ask(): Promise<Known> {
    const { projects, active, problem, warnings } = await this.projects.overview();
    // What was read from another server under the same name is dropped.
    for (const entry of projects) this.deployed.of(entry);
    this.#activeId = active?.entry.id;
    return {
      projects,
      problem,
      active: active && { id: active.entry.id, why: active.why, lkNote: active.lkNote, warnings },
    };
  }
}
