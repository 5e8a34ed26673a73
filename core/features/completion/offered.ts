/** Which fields an object can still take, the most useful first. */
import type { RuleDocument } from "../../document.ts";
import { Kind, NONE, type Node } from "../../json/tree.ts";
import { fieldNamed, type Field, type Message, type Oneof } from "../../protocol/schema.ts";
import { skipBlank } from "../../json/blank.ts";
import { CREATE, fieldIn, INFO, LIST, UPDATE, wholeFormFor, type Scope } from "./scope.ts";

const WRAPPER = fieldNamed("CreateSIPDispatchRuleRequest.dispatch_rule");
const RULE_ID = fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id");
const TIMES: ReadonlySet<Field> = new Set([
  fieldNamed("SIPDispatchRuleInfo.created_at"),
  fieldNamed("SIPDispatchRuleInfo.updated_at"),
]);

/** In front of the others, in this order: what most rule files have. */
const USUAL: readonly string[] = [
  "dispatch_rule",
  "rule",
  "trunk_ids",
  "name",
  "room_config",
  "agents",
  "agent_name",
  "dispatch_rule_individual",
  "metadata",
  "attributes",
];
/** What a rule cannot do anything with, behind the others. */
const WITHOUT_EFFECT: ReadonlySet<Field> = new Set([
  fieldNamed("RoomConfiguration.name"),
  fieldNamed("RoomCompositeEgressRequest.room_name"),
]);

/** What an object holds already. */
export interface Present {
  readonly fields: ReadonlySet<Field>;
  /** Of which a member is set. */
  readonly oneofs: ReadonlySet<Oneof>;
  /** All names, known and unknown. */
  readonly names: ReadonlySet<string>;
}

/** @param own the key at the cursor, which does not count */
export function presentIn(document: RuleDocument, scope: Scope, own: Node): Present {
  const { tree } = document;
  const fields = new Set<Field>();
  const oneofs = new Set<Oneof>();
  const names = new Set<string>();
  const add = (key: Node, value: Node): void => {
    if (key === own || tree.start(key) === tree.end(key)) return;
    names.add(tree.stringValue(key));
    const field = fieldIn(document, scope, key);
    if (!field) return;
    fields.add(field);
    if (field.oneof && (value === NONE || tree.kind(value) !== Kind.Null)) oneofs.add(field.oneof);
  };
  const end = tree.next(scope.node);
  for (let key = scope.node + 1; key < end; key = tree.next(key)) {
    add(key, key + 1);
    // A name that was read as the value of the one before it, which is still to be typed.
    const isName =
      tree.kind(key + 1) === Kind.String && tree.text[skipBlank(tree.text, tree.end(key + 1))] === ":";
    if (isName) add(key + 1, NONE);
  }
  return { fields, oneofs, names };
}

/** The fields that may still be written in an object, in the order in which they are offered. */
export function offeredFields(document: RuleDocument, scope: Scope, present: Present): Field[] {
  const { fields, oneofs } = present;
  const isOpen = (field: Field): boolean =>
    !fields.has(field) && !(field.oneof !== undefined && oneofs.has(field.oneof));
  return candidates(document, scope, present).filter(isOpen);
}

function candidates(document: RuleDocument, scope: Scope, { fields }: Present): readonly Field[] {
  const { message } = scope;
  if (!message) return [];
  if (scope.parent) return message === INFO ? ruleFields(scope) : inOrder(message);
  switch (document.form) {
    case "wrapped":
      // LiveKit ignores what stands beside the wrapper.
      return [WRAPPER];
    case "list":
      return inOrder(LIST);
    case "update":
      return inOrder(UPDATE);
    case "bare":
      return bareFields(document, message, fields);
    case "none":
      return rootFields(document, message, fields);
  }
}

/** A rule in a list has what the server gave it; one that is to be created has not. */
function ruleFields(scope: Scope): readonly Field[] {
  const isListed = scope.key === NONE;
  return isListed ? inOrder(INFO) : inOrder(INFO).filter((field) => field !== RULE_ID && !TIMES.has(field));
}

function bareFields(document: RuleDocument, message: Message, present: ReadonlySet<Field>): readonly Field[] {
  if (message !== INFO) return inOrder(message).filter((field) => field !== WRAPPER);
  const rule = inOrder(INFO).filter((field) => !TIMES.has(field));
  const isOnlyId = [...present].every((field) => field === RULE_ID);
  if (!isOnlyId) return rule;
  // So far it may also become an update request.
  const update = UPDATE.fields.filter((field) => field.oneof);
  return wholeFormFor(document) === "update" ? update : [...rule, ...update];
}

/** In a file that is nothing yet: the wrapper if creating wants it, and the fields of a rule where they are taken. */
function rootFields(document: RuleDocument, message: Message, present: ReadonlySet<Field>): readonly Field[] {
  const rule = inOrder(INFO).filter((field) => !TIMES.has(field));
  if (message === INFO) return rule;
  if (message === UPDATE) return inOrder(UPDATE);
  const wrapper = [...present].every((field) => field === WRAPPER) ? [WRAPPER] : [];
  if (document.target === "auto") return [...wrapper, ...rule];
  return document.target === "api-create"
    ? [...wrapper, ...inOrder(CREATE).filter((field) => field !== WRAPPER)]
    : [WRAPPER];
}

const ordered = new Map<Message, readonly Field[]>();

function inOrder(message: Message): readonly Field[] {
  let fields = ordered.get(message);
  if (!fields) {
    fields = [...message.fields].sort((a, b) => rank(a) - rank(b));
    ordered.set(message, fields);
  }
  return fields;
}

function rank(field: Field): number {
  if (field.isDeprecated) return 300;
  if (WITHOUT_EFFECT.has(field)) return 200;
  if (field === RULE_ID || TIMES.has(field)) return 100;
  const usual = USUAL.indexOf(field.name);
  return usual < 0 ? USUAL.length : usual;
}
