/** The view "Rule files": the files of the workspace and what the active project has of them. */
import * as vscode from "vscode";
import type { Deployed } from "../../deployed/deployed.ts";
import { latest } from "../../deployed/load.ts";
import { labelText } from "../../live/safe-text.ts";
import type { Projects } from "../../projects/projects.ts";
import type { ExplorerNode } from "../model/node.ts";
import { treeItem, withTooltip } from "../tree-item.ts";
import { fileNodes } from "./file-node.ts";
import { reportOn, type FileReport } from "./file-state.ts";
import { WorkspaceFiles, type WorkspaceFile } from "./workspace-files.ts";

const VIEW = "livekitDispatch.ruleFiles";
const HAS_RULE_FILES = "livekitDispatch.hasRuleFiles";
const PAUSE_MS = 100;

export class RuleFilesView implements vscode.TreeDataProvider<ExplorerNode>, vscode.Disposable {
  readonly #files = new WorkspaceFiles();
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<ExplorerNode>;
  readonly #listeners: vscode.Disposable;
  #roots: Promise<readonly ExplorerNode[]> | undefined;
  #activeId: string | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly projects: Projects,
    private readonly deployed: Deployed,
  ) {
    this.#view = vscode.window.createTreeView(VIEW, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    const showSoon = (): void => this.#showSoon();
    this.#listeners = vscode.Disposable.from(
      this.#files,
      this.#view,
      this.#files.onDidChange(showSoon),
      projects.onDidChange(showSoon),
      deployed.onDidChange((id) => {
        if (id === this.#activeId && deployed.get(id).kind !== "loading") showSoon();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) showSoon();
      }),
    );
  }

  get selection(): readonly ExplorerNode[] {
    return this.#view.visible ? this.#view.selection : [];
  }

  /** Looks for files anew. */
  refresh(): void {
    this.#files.refresh();
  }

  getTreeItem(node: ExplorerNode): vscode.TreeItem {
    const item = treeItem(node);
    // The path in hovers and for drag and drop; name and icon are ours.
    if ("uri" in node && node.uri instanceof vscode.Uri) item.resourceUri = node.uri;
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: ExplorerNode): vscode.TreeItem {
    return withTooltip(item, node);
  }

  getParent(node: ExplorerNode): ExplorerNode | undefined {
    return node.parent;
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (node) return [...(node.children?.() ?? [])];
    this.#roots ??= this.#makeRoots();
    return [...(await this.#roots)];
  }

  async #makeRoots(): Promise<readonly ExplorerNode[]> {
    const files = await this.#files.list();
    const active = files.length > 0 ? await this.projects.active() : undefined;
    this.#activeId = active?.entry.id;
    // They are compared with what is deployed as soon as somebody sees them.
    if (active && this.#view.visible && this.deployed.of(active.entry).kind === "unknown")
      void this.deployed.load(active.entry.id);
    const state = active && latest(this.deployed.of(active.entry));
    const listed = files
      .map(({ uri, read }) => ({ ...placeOf(uri), uri, report: reportOn(read, state) }))
      .filter(({ report }) => report.state !== "noRule");
    this.#badge(
      listed.map(({ report }) => report),
      active?.entry.name,
    );
    void vscode.commands.executeCommand("setContext", HAS_RULE_FILES, listed.length > 0);
    return fileNodes(listed, active?.entry.name);
  }

  #badge(reports: readonly FileReport[], project: string | undefined): void {
    const value = reports.filter(({ state }) => state === "differs").length;
    const words = value === 1 ? "1 rule file differs" : `${value} rule files differ`;
    this.#view.badge =
      value === 0
        ? undefined
        : { value, tooltip: `${words} from what is deployed in ${labelText(project ?? "")}` };
  }

  #showSoon(): void {
    clearTimeout(this.#pause);
    this.#roots = undefined;
    this.#pause = setTimeout(() => this.#changed.fire(undefined), PAUSE_MS);
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}

function placeOf(uri: WorkspaceFile["uri"]): { key: string; name: string; folder: string } {
  const names = vscode.workspace.asRelativePath(uri).split("/");
  return { key: uri.toString(), name: names.at(-1) ?? "", folder: names.slice(0, -1).join("/") };
}
