/** How a person wants to see the rules: filter and order, kept with the workspace; and how much of long lists. */
import * as vscode from "vscode";
import { isRuleOrder, type RuleOrder } from "./model/order.ts";

const ORDER = "livekitDispatch.ruleOrder";
const HAS_FILTER = "livekitDispatch.hasFilter";

export class ViewState implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #pages = new Map<string, number>();
  #filter = "";

  constructor(private readonly memory: vscode.Memento) {}

  /** Words that a rule has to have; empty for all rules. */
  get filter(): string {
    return this.#filter;
  }

  setFilter(filter: string): void {
    if (filter === this.#filter) return;
    this.#filter = filter;
    void vscode.commands.executeCommand("setContext", HAS_FILTER, filter !== "");
    this.#changed.fire();
  }

  get order(): RuleOrder {
    const kept = this.memory.get(ORDER);
    return isRuleOrder(kept) ? kept : "tried";
  }

  async setOrder(order: RuleOrder): Promise<void> {
    await this.memory.update(ORDER, order);
    this.#changed.fire();
  }

  /** How many pages of the list under a node are shown. */
  pages(nodeId: string): number {
    return this.#pages.get(nodeId) ?? 1;
  }

  /** @param page from 1 */
  showPage(nodeId: string, page: number): void {
    if (page <= this.pages(nodeId)) return;
    this.#pages.set(nodeId, page);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
