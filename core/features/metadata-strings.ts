/**
 * The strings in which LiveKit keeps metadata, and most authors JSON: the rule's, each agent's, the room's.
 * LiveKit's own word for all of them is `metadata`, and all of them must be strings.
 */
import { parentOf } from "../json/parents.ts";
import type { RuleDocument } from "../document.ts";
import { quoteString } from "../json/strings.ts";
import { Flag, Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { fieldOf } from "../protocol/fields.ts";
import type { Field } from "../protocol/schema.ts";
import { memberOf, stringOf } from "../rules/rule-view.ts";
import { fieldOfValue, insideOffset, keyOfValue, nodeAround } from "./node-around.ts";
import { StringOffsets } from "../json/string-offsets.ts";

/** From the document downwards: names of fields as the file spells them, indexes of items. */
export type FieldPath = readonly (string | number)[];

const OWNERS: Readonly<Record<string, MetadataString["owner"]>> = {
  "livekit.RoomAgentDispatch": "agent",
  "livekit.RoomConfiguration": "room",
};

export class MetadataString {
  private mapping: StringOffsets | undefined;

  constructor(
    private readonly tree: JsonTree,
    readonly node: Node,
    /** Whose metadata it is. */
    readonly owner: "rule" | "agent" | "room",
  ) {}

  /** With the quotes. */
  get range(): Range {
    return { start: this.tree.start(this.node), end: this.tree.end(this.node) };
  }

  /** Between the quotes. */
  get content(): Range {
    const { start, end } = this.range;
    return { start: start + 1, end: this.isClosed ? end - 1 : end };
  }

  get isClosed(): boolean {
    return !this.tree.has(this.node, Flag.Unclosed);
  }

  /** Whether the string itself breaks a rule of JSON. */
  get isBroken(): boolean {
    return this.tree.has(this.node, Flag.Broken);
  }

  /** The text that LiveKit stores. */
  get text(): string {
    return this.tree.stringValue(this.node);
  }

  /** Between places in `text` and offsets in the document. */
  get offsets(): StringOffsets {
    this.mapping ??= new StringOffsets(this.tree.text, this.content.start, this.content.end);
    return this.mapping;
  }

  get path(): FieldPath {
    return pathOf(this.tree, this.node);
  }

  /** The agent's name, or the rule's; `""` where it has none. A room's own name says nothing. */
  get ownerName(): string {
    const name = { agent: "agent_name", rule: "name", room: "" }[this.owner];
    return stringOf(this.tree, memberOf(this.tree, parentOf(this.tree, this.node), name)) ?? "";
  }
}

/** In document order. */
export function metadataStrings({ tree }: RuleDocument): readonly MetadataString[] {
  const found: MetadataString[] = [];
  for (let node = 1; node < tree.size; node++) {
    const key = keyOfValue(tree, node);
    const metadata = key === NONE ? undefined : metadataIn(tree, node, fieldOf(tree, key));
    if (metadata) found.push(metadata);
  }
  return found;
}

/** The metadata whose string an offset touches. */
export function metadataAt({ tree }: RuleDocument, offset: number): MetadataString | undefined {
  const node = nodeAround(tree, insideOffset(tree.text, offset));
  return node === NONE ? undefined : metadataIn(tree, node, fieldOfValue(tree, node));
}

/** A text as the JSON string that holds it, with its quotes. */
export function encodeMetadata(text: string): string {
  return quoteString(text);
}

/** Whether a field holds metadata; an upload's `metadata` is a map and is none. */
export function isMetadata(field: Field | undefined): field is Field {
  return field?.name === "metadata" && field.kind === "string" && !field.isMap;
}

function metadataIn(tree: JsonTree, node: Node, field: Field | undefined): MetadataString | undefined {
  if (!isMetadata(field) || tree.kind(node) !== Kind.String || keyOfValue(tree, node) === NONE)
    return undefined;
  return new MetadataString(tree, node, OWNERS[field.message.name] ?? "rule");
}

function pathOf(tree: JsonTree, value: Node): FieldPath {
  const path: (string | number)[] = [];
  for (let node = value; node > 0; node = parentOf(tree, node)) {
    const key = keyOfValue(tree, node);
    path.push(key === NONE ? indexOf(tree, node) : tree.stringValue(key));
  }
  return path.reverse();
}

/** Positions of the items of lists that were asked for: a list may have thousands. */
const positions = new WeakMap<JsonTree, Map<Node, ReadonlyMap<Node, number>>>();

function indexOf(tree: JsonTree, item: Node): number {
  const list = parentOf(tree, item);
  let lists = positions.get(tree);
  if (!lists) positions.set(tree, (lists = new Map<Node, ReadonlyMap<Node, number>>()));
  let items = lists.get(list);
  if (!items) lists.set(list, (items = new Map(tree.children(list).map((child, index) => [child, index]))));
  return items.get(item) ?? 0;
}
