/** The view "LiveKit SIP": projects, what is deployed in them, live calls. Nothing is asked before it is visible. */
import * as vscode from "vscode";
import type { Deployed } from "../deployed/deployed.ts";
import { CallsWatch } from "../live/calls-watch.ts";
import { labelText } from "../live/safe-text.ts";
import type { Projects } from "../projects/projects.ts";
import { ExplorerContent } from "./explorer-content.ts";
import type { ExplorerNode } from "./model/node.ts";
import { projectNodeId } from "./model/project-node.ts";
import { findNode, placeOf } from "./model/tree.ts";
import { isProjectTarget, isRuleTarget, type RuleTarget, type TrunkTarget } from "./targets.ts";
import { treeItem, withTooltip } from "./tree-item.ts";
import { ViewState } from "./view-state.ts";

export const EXPLORER_VIEW = "livekitDispatch.explorer";

/** What is older is read again when somebody comes back to the window. */
const OLD_MS = 30_000;
/** Several changes at once are shown at once. */
const PAUSE_MS = 50;

export class Explorer implements vscode.TreeDataProvider<ExplorerNode>, vscode.Disposable {
  readonly state: ViewState;
  readonly calls: CallsWatch;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<ExplorerNode>;
  readonly #listeners: vscode.Disposable;
  readonly #content: ExplorerContent;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    projects: Projects,
    private readonly deployed: Deployed,
    memory: vscode.Memento,
  ) {
    this.state = new ViewState(memory);
    this.calls = new CallsWatch(projects, deployed, () => this.#showSoon());
    this.#content = new ExplorerContent(projects, deployed, this.calls, this.state);
    this.#view = vscode.window.createTreeView(EXPLORER_VIEW, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#listeners = vscode.Disposable.from(
      this.state,
      this.calls,
      this.#view,
      this.state.onDidChange(() => this.#showAnew()),
      projects.onDidChange(() => {
        const before = this.#content.activeId;
        this.#content.lookAgain();
        this.#showAnew();
        void this.#openActive(before);
      }),
      deployed.onDidChange((id) => {
        if (this.#content.hasNews(id)) this.#showSoon();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => this.#seen(visible)),
      this.#view.onDidCollapseElement(({ element }) => {
        if (isRuleTarget(element)) this.calls.unwatch(element.projectId, element.ruleId);
        else if (isAroundRules(element)) this.calls.unwatchProject(element.projectId);
      }),
      this.#view.onDidExpandElement(({ element }) => {
        // Rules that stood open inside are asked about again.
        if (isAroundRules(element)) this.#showSoon();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        this.#seen(focused && this.#view.visible);
      }),
    );
  }

  /** What is selected in the view, for commands that come from the keyboard or the palette. */
  get selection(): readonly ExplorerNode[] {
    return this.#view.visible ? this.#view.selection : [];
  }

  /** Reads a project anew, or all that were read before and the active one; and the live calls that are shown. */
  async refresh(projectId?: string, token?: vscode.CancellationToken): Promise<void> {
    this.#content.lookAgain();
    const { projects, active } = await this.#content.known();
    const wanted = projects.filter(({ id }) =>
      projectId === undefined
        ? id === active?.id || this.deployed.get(id).kind !== "unknown"
        : id === projectId,
    );
    this.#showAnew();
    await this.#withProgress(Promise.all(wanted.map(({ id }) => this.deployed.refresh(id, token))));
    this.calls.refresh();
  }

  /**
   * "Show in explorer": makes the view visible, opens the way to it and selects it.
   * @returns whether it is there
   */
  async reveal(
    target: RuleTarget | TrunkTarget,
    options: { readonly expand?: boolean; readonly focus?: boolean } = {},
  ): Promise<boolean> {
    await this.deployed.load(target.projectId);
    let place = placeOf(target, (await this.#content.drawn()).input);
    if (!place && this.state.filter !== "") {
      this.state.setFilter("");
      place = placeOf(target, (await this.#content.drawn()).input);
    }
    if (!place) return false;
    this.state.showPage(place.listId, place.page);
    const node = findNode((await this.#content.drawn()).roots, place.id);
    if (!node) return false;
    const { expand = false, focus = true } = options;
    await this.#view.reveal(node, { select: true, focus, expand });
    return true;
  }

  getTreeItem(node: ExplorerNode): vscode.TreeItem {
    return treeItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: ExplorerNode): vscode.TreeItem {
    return withTooltip(item, node);
  }

  getParent(node: ExplorerNode): ExplorerNode | undefined {
    return node.parent;
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (!node) return this.#rootNodes();
    if (isProjectTarget(node) && this.deployed.get(node.projectId).kind === "unknown")
      void this.#withProgress(this.deployed.load(node.projectId));
    if (isRuleTarget(node) && node.children) this.calls.watch(node.projectId, node.ruleId);
    return [...(node.children?.() ?? [])];
  }

  /** Comes back to it, or sees it for the first time. */
  #seen(isVisible: boolean): void {
    this.calls.setVisible(isVisible);
    if (isVisible) void this.#refreshOld();
  }

  async #refreshOld(): Promise<void> {
    const { projects } = await this.#content.known();
    for (const { id } of projects) {
      const load = this.deployed.get(id);
      const isOld = load.kind === "ready" ? Date.now() - load.readAt > OLD_MS : load.kind === "failed";
      if (isOld) void this.#withProgress(this.deployed.refresh(id));
    }
  }

  #withProgress(work: Promise<unknown>): Thenable<unknown> {
    return vscode.window.withProgress({ location: { viewId: EXPLORER_VIEW } }, () => work);
  }

  /** A project that was closed and becomes the active one opens; VS Code would leave it as it was. */
  async #openActive(before: string | undefined): Promise<void> {
    const { active } = await this.#content.known();
    if (!active || active.id === before || !this.#view.visible) return;
    const node = findNode((await this.#content.drawn()).roots, projectNodeId(active.id));
    if (!node) return;
    try {
      await this.#view.reveal(node, { select: false, focus: false, expand: true });
    } catch {
      // It changed again meanwhile; then that change opens what it should.
    }
  }

  async #rootNodes(): Promise<ExplorerNode[]> {
    const { roots, input } = await this.#content.drawn();
    const { projects, active, filter } = input;
    const name = projects.find(({ id }) => id === active?.id)?.name;
    this.#view.description = name === undefined ? "" : labelText(name);
    this.#view.message = filter === "" ? "" : `Filter: ${labelText(filter)}`;
    return [...roots];
  }

  #showSoon(): void {
    clearTimeout(this.#pause);
    this.#content.redraw();
    this.#pause = setTimeout(() => this.#showAnew(), PAUSE_MS);
  }

  #showAnew(): void {
    clearTimeout(this.#pause);
    this.#content.redraw();
    this.#changed.fire(undefined);
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

function isAroundRules(node: ExplorerNode): node is ExplorerNode & { readonly projectId: string } {
  return (node.kind === "project" || node.kind === "rules") && node.projectId !== undefined;
}
