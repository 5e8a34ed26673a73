/** How the things of a rule file are called in its outline. */
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Field } from "../protocol/schema.ts";
import { memberOf, stringOf, type KindView, type RuleView } from "../rules/rule-view.ts";

export type SymbolKind =
  /** A dispatch rule; one of `direct`, `individual` and `callee`; what a rule lists. */
  | "rule"
  | "kind"
  | "trunk"
  | "number"
  | "agent"
  /** Anything else, by the sort of its value. */
  | "object"
  | "list"
  | "string"
  | "numeric"
  | "boolean"
  | "null";

export interface OutlineEntry {
  readonly kind: SymbolKind;
  /** `undefined` or empty: the name of its key, or its place in the list. */
  readonly name?: string | undefined;
  readonly detail?: string | undefined;
  /** What gives the name. */
  readonly nameNode?: Node | undefined;
}

/** A rule by its name, else its id. */
export function ruleEntry(rule: RuleView): OutlineEntry {
  const member = ["name", "sip_dispatch_rule_id"]
    .map((name) => rule.get(name))
    .find((found) => stringOf(rule.tree, found)?.trim());
  const detail = rule.kinds.map((kind) => `${kind.kind}${roomWords(rule.tree, kind)}`).join(" and ");
  return { kind: "rule", name: stringOf(rule.tree, member), nameNode: member?.value, detail };
}

function roomWords(tree: JsonTree, { kind, room }: Omit<KindView, "pin">): string {
  const text = stringOf(tree, room);
  if (!text) return "";
  return kind === "direct" ? `, room ${text}` : `, rooms ${text}…`;
}

/** A member. @param field the field that its key is, if it is one */
export function memberEntry(tree: JsonTree, value: Node, field: Field | undefined): OutlineEntry {
  if (field?.oneof?.name !== "livekit.SIPDispatchRule.rule") return plainEntry(tree, value, field);
  const room = memberOf(tree, value, "room_name") ?? memberOf(tree, value, "room_prefix");
  return { kind: "kind", detail: stringOf(tree, room) };
}

/** An item of a list. @param field the field that the list is */
export function itemEntry(tree: JsonTree, item: Node, field: Field | undefined): OutlineEntry {
  const plain = plainEntry(tree, item, field);
  if (field?.name === "agents") {
    const name = memberOf(tree, item, "agent_name");
    return { kind: "agent", name: stringOf(tree, name), nameNode: name?.value };
  }
  const name = isScalar(tree, item) ? plain.detail : undefined;
  if (field?.name === "trunk_ids") return { kind: "trunk", name };
  if (field?.name === "numbers" || field?.name === "inbound_numbers") return { kind: "number", name };
  const named = memberOf(tree, item, "name");
  return { kind: plain.kind, name: name ?? stringOf(tree, named), nameNode: named?.value };
}

/** Keys and passwords stand in these messages: an outline, which is shown to others, does not repeat them. */
const SECRETIVE =
  /^livekit\.(?:S3|GCP|AliOSS|AzureBlob)Upload$|^livekit\.(?:ProxyConfig|StreamOutput|WebhookConfig)$/;

function plainEntry(tree: JsonTree, value: Node, field: Field | undefined): OutlineEntry {
  const kind = sortOf(tree, value);
  if (!isScalar(tree, value) || (field && SECRETIVE.test(field.message.name))) return { kind };
  // A long one is cut where it is shown.
  return { kind, detail: kind === "string" ? tree.stringValue(value) : tree.raw(value) };
}

function isScalar(tree: JsonTree, value: Node): boolean {
  return value !== NONE && !tree.isContainer(value);
}

function sortOf(tree: JsonTree, value: Node): SymbolKind {
  switch (tree.kind(value)) {
    case Kind.Object:
      return "object";
    case Kind.Array:
      return "list";
    case Kind.Number:
      return "numeric";
    case Kind.True:
    case Kind.False:
      return "boolean";
    case Kind.Null:
    case Kind.Missing:
      return "null";
    default:
      return "string";
  }
}
