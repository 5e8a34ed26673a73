/** What stands at a place of a document: a field, its value, an item of its list, an entry of its map. */
import type { RuleDocument } from "../../document.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Field } from "../../protocol/schema.ts";
import { RuleView } from "../../rules/rule-view.ts";
import { childBefore, CREATE, fieldIn, INFO, PATCH, scopeAt, type Scope } from "../completion/scope.ts";
import type { Facts } from "../facts.ts";

export interface Subject {
  readonly tree: JsonTree;
  /** The key or value that is pointed at. */
  readonly node: Node;
  readonly scope: Scope;
  /** `undefined` for a name that LiveKit does not know. */
  readonly field: Field | undefined;
  /** The key of a field or of a map's entry; `NONE` for an item. */
  readonly key: Node;
  readonly value: Node;
  /** The rule around it. */
  readonly rule: RuleView | undefined;
  readonly facts: Facts;
}

export function subjectAt(document: RuleDocument, offset: number, facts: Facts): Subject | undefined {
  const { tree } = document;
  const scope = scopeAt(document, offset);
  if (!scope) return undefined;
  const child = childBefore(tree, scope.node, offset + 1);
  if (child === NONE) return undefined;
  const isMember = tree.kind(scope.node) === Kind.Object;
  const value = isMember ? child + 1 : child;
  const node = isMember && offset < tree.end(child) ? child : value;
  if (offset < tree.start(node) || offset >= tree.end(node)) return undefined;
  if (node === value && tree.isContainer(value)) return undefined;
  const isEntry = !isMember || scope.field?.isMap === true;
  return {
    tree,
    node,
    scope,
    field: isEntry ? scope.field : fieldIn(document, scope, child),
    key: isMember ? child : NONE,
    value,
    rule: ruleAround(tree, scope),
    facts,
  };
}

function ruleAround(tree: JsonTree, scope: Scope): RuleView | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const { message, node } = at;
    if (message && (message === INFO || message === PATCH || message === CREATE))
      return new RuleView(tree, node, message);
  }
  return undefined;
}

/** The text of the value; `undefined` where it is no string. */
export function textOf({ tree, value }: Subject): string | undefined {
  return tree.kind(value) === Kind.String ? tree.stringValue(value) : undefined;
}

/** The strings in a list; `undefined` where the value is none. */
export function textsOf({ tree, value }: Subject): string[] | undefined {
  if (tree.kind(value) !== Kind.Array) return undefined;
  return tree
    .children(value)
    .filter((item) => tree.kind(item) === Kind.String)
    .map((item) => tree.stringValue(item));
}
