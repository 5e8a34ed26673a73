/** What an unknown field is most likely about; each check puts one sort of them into words. */
import type { RuleDocument } from "../../document.ts";
import { Flag, Kind, NONE, type Node } from "../../json/tree.ts";
import { fieldOf, keyOf } from "../../protocol/fields.ts";
import type { DecodeProblem } from "../../protocol/decode-problem.ts";
import { newerField, type Field, type Message } from "../../protocol/schema.ts";
import type { Refusal } from "../../protocol/refusal.ts";
import { ignoresUnknown } from "../../protocol/verdict.ts";
import { candidate, nearest, type Candidate } from "../../text/nearest.ts";
import { aliasedField } from "./aliases.ts";
import { isAboutForm } from "./form-mismatch.ts";
import { isHuge } from "./huge.ts";
import { isOddQuote } from "./odd-quotes.ts";
import { parentOf } from "../../json/parents.ts";
import { CREATE, INFO, isKind, placeFor, RULE, ruleAround, type Place } from "./rule-places.ts";

export type Unknown =
  | { readonly sort: "form" }
  /** A name in quotes that are none: said as a mistake of the text. */
  | { readonly sort: "text" }
  | { readonly sort: "newer"; readonly version: string }
  | { readonly sort: "bare-form"; readonly field: Field }
  | { readonly sort: "wrapper" }
  | { readonly sort: "misplaced"; readonly place: Place }
  | { readonly sort: "unknown"; readonly near: Field | undefined };

/** An unknown key in an object that is read as `message`. */
export type UnknownKey = Pick<DecodeProblem, "node" | "message">;

/** Several checks ask for the same key in turn. */
let last: { document: RuleDocument; key: UnknownKey; unknown: Unknown } | undefined;

export function sortOfUnknown(document: RuleDocument, key: UnknownKey): Unknown {
  if (last?.document === document && last.key.node === key.node && last.key.message === key.message)
    return last.unknown;
  const isForm = isAboutForm(document, { kind: "unknown-field", ...key });
  const unknown: Unknown = isForm ? { sort: "form" } : sortOfKey(document, key);
  last = { document, key, unknown };
  return unknown;
}

function sortOfKey(document: RuleDocument, { node, message }: UnknownKey): Unknown {
  const { tree } = document;
  const name = tree.stringValue(node);
  if (tree.has(node, Flag.Broken) && isOddQuote(tree.text[tree.start(node)])) return { sort: "text" };
  const version = newerField(message, name);
  if (version !== undefined) return { sort: "newer", version };
  const infoField = message === CREATE && document.form === "bare" ? INFO.spellings.get(name) : undefined;
  if (infoField) return { sort: "bare-form", field: infoField };
  if (isWrapperInRule(document, node, message)) return { sort: "wrapper" };
  const alias = aliasedField(message, name);
  if (alias && !isTaken(document, node, alias)) return { sort: "unknown", near: alias };
  const rule = ruleAround(document, node);
  const place = rule && placeFor(rule, message, name);
  if (place) return { sort: "misplaced", place };
  const near = nearest(name, candidatesIn(message));
  return { sort: "unknown", near: near && !isTaken(document, node, near) ? near : undefined };
}

const candidates = new Map<Message, readonly Candidate<Field>[]>();

function candidatesIn(message: Message): readonly Candidate<Field>[] {
  let known = candidates.get(message);
  if (!known) candidates.set(message, (known = message.fields.map((field) => candidate(field.json, field))));
  return known;
}

/** `rule` in `rule`, `dispatch_rule` in a rule: one level too many. */
function isWrapperInRule({ tree }: RuleDocument, key: Node, message: Message): boolean {
  if (tree.kind(key + 1) !== Kind.Object) return false;
  const name = tree.stringValue(key);
  return (message === RULE && name === "rule") || (message === INFO && /^dispatch_?rule$/i.test(name));
}

/** Whether a field stands in an object beside a key already, or another one that excludes it. */
function isTaken({ tree }: RuleDocument, key: Node, field: Field): boolean {
  const object = parentOf(tree, key);
  if (isHuge(tree, object)) return false;
  return (field.oneof?.fields ?? [field]).some((other) => keyOf(tree, object, other) !== NONE);
}

/**
 * The unknown key that was meant for what LiveKit misses: a kind outside `rule`, or a kind by another name. It and
 * the refusal have one cause, so only one of them is said.
 */
export function standInFor(document: RuleDocument, refusal: Refusal): UnknownKey | undefined {
  if (!standIns.has(refusal)) standIns.set(refusal, findStandIn(document, refusal));
  return standIns.get(refusal);
}

const standIns = new WeakMap<Refusal, UnknownKey | undefined>();

function findStandIn(document: RuleDocument, refusal: Refusal): UnknownKey | undefined {
  const { tree } = document;
  const message = messageOf(document, refusal);
  if (message === undefined) return undefined;
  for (const node of tree.children(refusal.node)) {
    const key = { node, message };
    if (fieldOf(tree, node) === undefined && isForMissing(refusal, sortOfKey(document, key))) return key;
  }
  return undefined;
}

function messageOf(document: RuleDocument, { kind, node }: Refusal): Message | undefined {
  if (kind === "rule-without-kind") return RULE;
  const rule = ruleAround(document, node);
  return kind === "no-rule" && rule?.node === node ? rule.message : undefined;
}

function isForMissing({ kind }: Refusal, unknown: Unknown): boolean {
  if (unknown.sort === "wrapper") return true;
  const field = unknown.sort === "unknown" ? unknown.near : undefined;
  const place = unknown.sort === "misplaced" ? unknown.place.message : undefined;
  if (kind === "rule-without-kind") return field !== undefined || (place !== undefined && isKind(place));
  return field?.name === "rule" || place === RULE;
}

/** Whether a key that the reader ignores is said together with the refusal that comes of it. */
export function isSaidByRefusal(document: RuleDocument, problem: DecodeProblem): boolean {
  const { plan, verdict, tree } = document;
  if (!plan || !verdict || !ignoresUnknown(plan.reader)) return false;
  const object = parentOf(tree, problem.node);
  const refusal = verdict.refusals.find(
    ({ kind, node }) => node === object && (kind === "no-rule" || kind === "rule-without-kind"),
  );
  return refusal !== undefined && standInFor(document, refusal)?.node === problem.node;
}
