/** The outline of a document: rules by their names, kinds with their rooms, trunks, numbers, agents. */
import type { RuleDocument } from "../document.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { fieldOf } from "../protocol/fields.ts";
import type { RuleView } from "../rules/rule-view.ts";
import { shown } from "../text/show.ts";
import { fieldOfValue, keyOfValue } from "./node-around.ts";
import { itemEntry, memberEntry, ruleEntry, type OutlineEntry, type SymbolKind } from "./outline-entry.ts";

export type { SymbolKind } from "./outline-entry.ts";

export interface DocumentSymbol extends Range {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** What to go to; inside the symbol's range. */
  readonly nameRange: Range;
  /** In document order. */
  readonly children: readonly DocumentSymbol[];
}

/** Nobody reads an outline longer or deeper than this, and some clients fail on one. */
const MOST = 10_000;
const DEEPEST = 32;
/** In a document of more nodes, the outline goes no deeper than the rules and what they hold. */
const LARGE = 50_000;
const LONGEST_NAME = 80;

/** In document order. */
export function documentSymbols(document: RuleDocument): readonly DocumentSymbol[] {
  return new Outline(document).symbols();
}

class Outline {
  private readonly tree: JsonTree;
  private readonly rules: ReadonlyMap<Node, RuleView>;
  private readonly deepest: number;
  private count = 0;

  constructor(private readonly document: RuleDocument) {
    this.tree = document.tree;
    this.rules = new Map(document.rules.map((rule) => [rule.node, rule]));
    this.deepest = this.tree.size > LARGE ? 0 : DEEPEST;
  }

  symbols(): readonly DocumentSymbol[] {
    if (this.rules.has(0)) return [this.symbol(0, 0, 0)];
    if (this.document.form !== "list") return this.children(0, 0);
    // The list around the rules says nothing, and what stands beside it is no rule's.
    return [...this.rules.keys()].slice(0, MOST).map((rule, index) => this.symbol(rule, index, 0));
  }

  private children(container: Node, depth: number): readonly DocumentSymbol[] {
    const symbols: DocumentSymbol[] = [];
    if (depth > this.deepest) return symbols;
    for (const child of this.tree.children(container)) {
      if (this.count >= MOST) break;
      const value = this.tree.kind(child) === Kind.Key ? child + 1 : child;
      symbols.push(this.symbol(value, symbols.length, depth));
    }
    return symbols;
  }

  /** @param index place among its siblings */
  private symbol(value: Node, index: number, depth: number): DocumentSymbol {
    this.count++;
    const { tree } = this;
    const key = keyOfValue(tree, value);
    const entry = this.entry(value, key);
    const place = value === 0 ? "dispatch rule" : itemName(entry.kind, index);
    const ownName = key === NONE ? place : tree.stringValue(key);
    const children = this.children(value, depth + 1);
    return {
      start: tree.start(key === NONE ? value : key),
      end: tree.end(value),
      name: visible(entry.name) || visible(ownName) || '""',
      detail: visible(entry.detail),
      kind: entry.kind,
      nameRange: this.nameRange(entry.nameNode ?? (key === NONE ? value : key)),
      children,
    };
  }

  private entry(value: Node, key: Node): OutlineEntry {
    const rule = this.rules.get(value);
    if (rule) return ruleEntry(rule);
    if (key === NONE) return itemEntry(this.tree, value, fieldOfValue(this.tree, value));
    return memberEntry(this.tree, value, fieldOf(this.tree, key));
  }

  /** Of an object or array only its bracket: going there shall not select it all. */
  private nameRange(node: Node): Range {
    const start = this.tree.start(node);
    return { start, end: this.tree.isContainer(node) ? start + 1 : this.tree.end(node) };
  }
}

function itemName(kind: SymbolKind, index: number): string {
  return kind === "rule" || kind === "agent" ? `${kind} ${index + 1}` : String(index);
}

function visible(text = ""): string {
  return shown(text.trim(), LONGEST_NAME);
}
