/**
 * The containers around a place in a document and what LiveKit reads each of them as. Found by descending from
 * the root, so that only the keys on the way are looked up; does not need the document to be decoded or to be right.
 */
import { Flag, Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import { findField, messageNamed, type Field, type Message } from "../../protocol/schema.ts";
import type { RuleDocument } from "../../document.ts";
import { planFor } from "../../rules/targets.ts";

export const CREATE = messageNamed("CreateSIPDispatchRuleRequest");
export const UPDATE = messageNamed("UpdateSIPDispatchRuleRequest");
export const LIST = messageNamed("ListSIPDispatchRuleResponse");
export const INFO = messageNamed("SIPDispatchRuleInfo");
export const PATCH = messageNamed("SIPDispatchRuleUpdate");

export interface Scope {
  /** An object or an array. */
  readonly node: Node;
  /** What an object is read as; `undefined` for arrays, maps and what LiveKit does not know. */
  readonly message: Message | undefined;
  /** The field that holds it, itself or as an item; `undefined` at the root and under unknown names. */
  readonly field: Field | undefined;
  /** The key under which it stands; `NONE` at the root and for items. */
  readonly key: Node;
  readonly parent: Scope | undefined;
}

/** The form of a whole file that its target takes, the preferred one first. */
export type WholeForm = "wrapped" | "bare" | "update";
const WHOLE_FORMS: readonly WholeForm[] = ["wrapped", "bare", "update"];

/** The form in which a new file is written for a target. */
export function wholeFormFor({ target }: RuleDocument): WholeForm {
  return WHOLE_FORMS.find((form) => planFor(form, target)?.form === "accepts") ?? "wrapped";
}

/** What the object that is the document is read as. */
export function rootMessage(document: RuleDocument): Message {
  switch (document.form) {
    case "wrapped":
      return CREATE;
    case "list":
      return LIST;
    case "update":
      return UPDATE;
    case "bare":
      return document.plan?.reader === "api-create" ? CREATE : INFO;
    case "none":
      switch (wholeFormFor(document)) {
        case "wrapped":
          return CREATE;
        case "bare":
          return INFO;
        case "update":
          return UPDATE;
      }
  }
}

/** The innermost object or array around an offset; `undefined` outside of the document's value. */
export function scopeAt(document: RuleDocument, offset: number): Scope | undefined {
  const { tree } = document;
  if (!tree.isContainer(0) || !isInside(tree, 0, offset)) return undefined;
  const isObject = tree.kind(0) === Kind.Object;
  const message = isObject ? rootMessage(document) : undefined;
  let scope: Scope = { node: 0, message, field: undefined, key: NONE, parent: undefined };
  for (;;) {
    const inner = innerScope(document, scope, offset);
    if (!inner) return scope;
    scope = inner;
  }
}

function innerScope(document: RuleDocument, scope: Scope, offset: number): Scope | undefined {
  const { tree } = document;
  const child = childBefore(tree, scope.node, offset);
  if (child === NONE) return undefined;
  const isMember = tree.kind(scope.node) === Kind.Object;
  const node = isMember ? child + 1 : child;
  if (!tree.isContainer(node) || !isInside(tree, node, offset)) return undefined;
  if (!isMember) {
    // A list of rules may also be the document itself.
    const item = scope.parent ? scope.field?.type : INFO;
    const message = tree.kind(node) === Kind.Object ? item : undefined;
    return { node, message, field: scope.field, key: NONE, parent: scope };
  }
  const field = fieldIn(document, scope, child);
  const isMessage = tree.kind(node) === Kind.Object && field && !field.isList && !field.isMap;
  return { node, message: isMessage ? field.type : undefined, field, key: child, parent: scope };
}

/** The last key or item of a container that starts before an offset, or `NONE`. */
export function childBefore(tree: JsonTree, container: Node, offset: number): Node {
  let last: Node = NONE;
  const end = tree.next(container);
  for (let child = container + 1; child < end && tree.start(child) < offset; child = tree.next(child))
    last = child;
  return last;
}

function isInside(tree: JsonTree, container: Node, offset: number): boolean {
  const end = tree.end(container);
  return (
    tree.start(container) < offset && (offset < end || (offset === end && tree.has(container, Flag.Unclosed)))
  );
}

/** What a file of no form may become. */
const ROOTS: readonly Message[] = [INFO, CREATE, UPDATE, LIST];

/** The field that a key in a scope names. */
export function fieldIn(document: RuleDocument, scope: Scope, key: Node): Field | undefined {
  const { tree } = document;
  if (!scope.message) return undefined;
  if (scope.parent || document.form !== "none") return fieldNamedBy(tree, key, scope.message);
  for (const message of ROOTS) {
    const field = fieldNamedBy(tree, key, message);
    if (field) return field;
  }
  return undefined;
}

function fieldNamedBy(tree: JsonTree, key: Node, message: Message): Field | undefined {
  if (!tree.has(key, Flag.Escaped | Flag.Broken | Flag.Unclosed))
    return findField(message, tree.text, tree.start(key) + 1, tree.end(key) - 1);
  const name = tree.stringValue(key);
  return findField(message, name, 0, name.length);
}
