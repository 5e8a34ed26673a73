/**
 * LiveKit reads two spellings of a field (`room_prefix`, `roomPrefix`), and most files mix them. What completion
 * writes follows what is half typed, then the fields beside it, those around it, the whole file; and where nothing
 * tells, LiveKit's documentation: snake case at the top of a rule, camel case below.
 */
import type { RuleDocument } from "../../document.ts";
import { Kind, Layout, NONE, type Node } from "../../json/tree.ts";
import { fieldById, type Field, type Message } from "../../protocol/schema.ts";
import { CREATE, fieldIn, INFO, LIST, PATCH, UPDATE, type Scope } from "./scope.ts";

export type Habit = "snake" | "camel";
export type Spell = (field: Field) => string;

/** How many nodes of a document are looked at to learn its habit. */
const ENOUGH = 400;
const SNAKE_IN_DOCUMENTATION: ReadonlySet<Message> = new Set([CREATE, UPDATE, LIST, INFO, PATCH]);

/** How the author would spell the fields of a scope. @param typed what of a name stands there */
export function spellingIn(document: RuleDocument, scope: Scope, typed: string): Spell {
  const habit = habitOf(typed) ?? besides(document, scope) ?? around(document, scope) ?? throughout(document);
  return (field) => ((habit ?? documented(field)) === "snake" ? field.name : field.json);
}

/** As LiveKit's documentation spells it. */
export const documentedSpelling: Spell = (field) => (documented(field) === "snake" ? field.name : field.json);

function documented(field: Field): Habit {
  return SNAKE_IN_DOCUMENTATION.has(field.message) ? "snake" : "camel";
}

function habitOf(name: string): Habit | undefined {
  if (name.includes("_")) return "snake";
  return /[a-z][A-Z]/.test(name) ? "camel" : undefined;
}

/** Of the fields in the same object; where it has none that tell, in the first item of the same list. */
function besides(document: RuleDocument, scope: Scope): Habit | undefined {
  const own = majority(document, scope);
  const list = scope.parent;
  if (own || !list || document.tree.kind(list.node) !== Kind.Array) return own;
  const first = list.node + 1;
  return first === scope.node ? undefined : majority(document, { ...scope, node: first });
}

function majority(document: RuleDocument, scope: Scope): Habit | undefined {
  const { tree } = document;
  let lead = 0;
  if (tree.kind(scope.node) !== Kind.Object) return undefined;
  const end = tree.next(scope.node);
  for (let key = scope.node + 1; key < end; key = tree.next(key)) {
    const field = fieldIn(document, scope, key);
    if (field) lead += weight(document, key, field);
  }
  return toHabit(lead);
}

function around(document: RuleDocument, scope: Scope): Habit | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const habit = at.key !== NONE && at.field ? toHabit(weight(document, at.key, at.field)) : undefined;
    if (habit) return habit;
  }
  return undefined;
}

/** The one spelling of a file that is consistent where LiveKit's documentation is not. */
function throughout({ tree }: RuleDocument): Habit | undefined {
  const end = Math.min(tree.size, ENOUGH);
  let habit: Habit | undefined;
  let isChosen = false;
  for (let node = 1; node < end; node++) {
    const field = tree.kind(node) === Kind.Key ? fieldById(tree.nodes[node * Layout.Stride + 3]!) : undefined;
    if (!field || !tells(field)) continue;
    const own = tree.stringValue(node) === field.name ? "snake" : "camel";
    if (habit !== undefined && habit !== own) return undefined;
    habit = own;
    isChosen ||= own !== documented(field);
  }
  return isChosen ? habit : undefined;
}

/** LiveKit's own examples wrap rules in camel case into `dispatch_rule`: that one tells nothing. */
function tells(field: Field): boolean {
  return field.name !== field.json && field.name !== "dispatch_rule";
}

function weight({ tree }: RuleDocument, key: Node, field: Field): number {
  if (!tells(field)) return 0;
  return tree.stringValue(key) === field.name ? 1 : -1;
}

function toHabit(lead: number): Habit | undefined {
  return lead === 0 ? undefined : lead > 0 ? "snake" : "camel";
}
