/**
 * Reads a document as one of LiveKit's messages: the same acceptance, order, words and places as Go's
 * protojson (encoding/protojson/decode.go), but on to the end instead of stopping at the first error.
 *
 * What each key was found to be is written into the tree (`fieldOf` in `fields.ts`), so that nothing looks a name up twice.
 */
import { Flag, Kind, Layout, type JsonTree, type Node } from "../json/tree.ts";
import { mayRepeatName } from "../json/common-strings.ts";
import type { DecodeKind, DecodeProblem } from "./decode-problem.ts";
import { FirstKeys } from "./first-keys.ts";
import { scalarFault, timeFault } from "./scalar.ts";
import { fieldById, fieldMarked, findField, type Field, type Message } from "./schema.ts";

const NO_PROBLEMS: readonly DecodeProblem[] = [];

export function decode(tree: JsonTree, root: Node, message: Message): readonly DecodeProblem[] {
  const decoder = new Decoder(tree);
  decoder.message(root, message, undefined, message);
  return decoder.problems ?? NO_PROBLEMS;
}

class Decoder {
  problems: DecodeProblem[] | undefined;
  private firsts: FirstKeys | undefined;
  private readonly text: string;
  private readonly nodes: number[];

  constructor(private readonly tree: JsonTree) {
    this.text = tree.text;
    this.nodes = tree.nodes;
  }

  /** @param owner the message that holds `field`, or the root message itself */
  message(node: Node, message: Message, field: Field | undefined, owner: Message): void {
    const { nodes, text } = this;
    if ((nodes[node * Layout.Stride]! & Layout.KindBits) !== Kind.Object) {
      this.unexpectedToken(node, field, owner);
      return;
    }
    let seen = 0;
    let seenOneofs = 0;
    const end = nodes[node * Layout.Stride + 3]!;
    for (let key = node + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!) {
      const at = key * Layout.Stride;
      const mark = nodes[at + 3]!;
      let found: Field | undefined;
      if (mark < 0) found = fieldMarked(message, mark);
      else if ((found = fieldById(mark))?.message !== message)
        found =
          (nodes[at]! & (Flag.Escaped | Flag.Broken | Flag.Unclosed)) === 0
            ? findField(message, text, nodes[at + 1]! + 1, nodes[at + 2]! - 1)
            : this.oddKey(key, message);
      if (found === undefined) {
        nodes[at + 3] = 0;
        this.unknownField(key, message);
        continue;
      }
      nodes[at + 3] = found.id;
      const isDuplicate = (seen & found.bit) !== 0;
      if (isDuplicate) this.duplicateField(node, key, found);
      seen |= found.bit;
      const value = key + 1;
      if ((nodes[value * Layout.Stride]! & Layout.KindBits) === Kind.Null) continue;
      if (found.isList) this.list(value, found);
      else if (found.isMap) this.map(value, found);
      else {
        const oneof = found.oneof;
        if (oneof !== undefined && !isDuplicate) {
          if ((seenOneofs & oneof.bit) !== 0) this.oneofClash(node, key, found);
          seenOneofs |= oneof.bit;
        }
        this.value(value, found);
      }
    }
  }

  /** A singular value or an item of a list. */
  private value(node: Node, field: Field): void {
    if (field.type !== undefined) {
      this.message(node, field.type, field, field.message);
      return;
    }
    const kind = this.nodes[node * Layout.Stride]! & Layout.KindBits;
    switch (field.kind) {
      case "string":
        if (kind === Kind.String) return;
        break;
      case "bool":
        if (kind === Kind.True || kind === Kind.False) return;
        break;
      default:
        if (kind === Kind.String || kind === Kind.Number || field.wellKnown) {
          this.parsedValue(node, kind, field);
          return;
        }
    }
    this.wrongType(node, field);
  }

  /** Values whose characters matter: numbers, enums, durations and timestamps. */
  private parsedValue(node: Node, kind: Kind, field: Field): void {
    const isString = kind === Kind.String;
    if (field.wellKnown && !isString) {
      this.unexpectedToken(node, field, field.message);
      return;
    }
    if (isString && this.tree.has(node, Flag.Broken)) return;
    const text = isString ? this.tree.stringValue(node) : this.tree.raw(node);
    if (field.wellKnown) this.time(node, field, text);
    else {
      const fault = scalarFault(field, isString, text);
      if (fault) this.scalarProblem(fault, node, field, fault === "unknown-enum-value");
    }
  }

  private time(node: Node, field: Field, text: string): void {
    const fault = timeFault(field, text);
    if (!fault) return;
    const name = `google.protobuf.${field.wellKnown!}`;
    const raw = this.raw(node);
    const words = fault === "invalid" ? `invalid ${name} value ${raw}` : `${name} value out of range: ${raw}`;
    this.report(field.wellKnown === "Duration" ? "bad-duration" : "bad-timestamp", node, field, words);
  }

  private list(node: Node, field: Field): void {
    const { nodes } = this;
    if ((nodes[node * Layout.Stride]! & Layout.KindBits) !== Kind.Array) {
      this.unexpectedToken(node, field, field.message);
      return;
    }
    const end = nodes[node * Layout.Stride + 3]!;
    for (let item = node + 1; item < end; item = nodes[item * Layout.Stride + 3]!) this.value(item, field);
  }

  private map(node: Node, field: Field): void {
    const { nodes } = this;
    if ((nodes[node * Layout.Stride]! & Layout.KindBits) !== Kind.Object) {
      this.unexpectedToken(node, field, field.message);
      return;
    }
    const end = nodes[node * Layout.Stride + 3]!;
    const seen = mayRepeatName(this.tree, node) ? new Map<string, Node>() : undefined;
    for (let key = node + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!) {
      if (seen) this.mapKey(key, field, seen);
      const value = key + 1;
      if ((nodes[value * Layout.Stride]! & Layout.KindBits) === Kind.String || this.isUnreadable(value))
        continue;
      this.report("wrong-type", value, field, `invalid value for string field value: ${this.raw(value)}`);
    }
  }

  private mapKey(key: Node, field: Field, seen: Map<string, Node>): void {
    const name = this.tree.stringValue(key);
    const other = seen.get(name);
    if (other === undefined) seen.set(name, key);
    else this.report("duplicate-map-key", key, field, `duplicate map key ${this.tree.raw(key)}`, other);
  }

  private oddKey(key: Node, message: Message): Field | undefined {
    const name = this.tree.stringValue(key);
    return findField(message, name, 0, name.length);
  }

  private unknownField(key: Node, message: Message): void {
    // A key that had to be made up while reading is no field of the author's.
    if (this.tree.start(key) === this.tree.end(key)) return;
    (this.problems ??= []).push({
      kind: "unknown-field",
      node: key,
      message,
      field: undefined,
      other: undefined,
      order: this.tree.start(key),
      words: `unknown field ${this.tree.raw(key)}`,
      isSyntax: false,
      isIgnoredByApi: true,
    });
  }

  private get firstKeys(): FirstKeys {
    return (this.firsts ??= new FirstKeys(this.tree));
  }

  private duplicateField(object: Node, key: Node, field: Field): void {
    const other = this.firstKeys.of(object, field.message, field.id);
    this.report("duplicate-field", key, field, `duplicate field ${this.tree.raw(key)}`, other);
  }

  private oneofClash(object: Node, key: Node, field: Field): void {
    const oneof = field.oneof!;
    const other = this.firstKeys.of(object, field.message, oneof.name);
    const kind = oneof.name === "livekit.SIPDispatchRule.rule" ? "rule-kinds" : "oneof";
    this.report(
      kind,
      key,
      field,
      `error parsing ${this.tree.raw(key)}, oneof ${oneof.name} is already set`,
      other,
    );
  }

  private wrongType(node: Node, field: Field): void {
    if (this.isUnreadable(node)) return;
    const isNull = this.tree.kind(node) === Kind.Null;
    this.scalarProblem(isNull ? "null-item" : "wrong-type", node, field, false);
  }

  private scalarProblem(kind: DecodeKind, node: Node, field: Field, isIgnoredByApi: boolean): void {
    const words = `invalid value for ${field.kind} field ${field.json}: ${this.raw(node)}`;
    this.report(kind, node, field, words, undefined, isIgnoredByApi);
  }

  private unexpectedToken(node: Node, field: Field | undefined, owner: Message): void {
    if (this.isUnreadable(node)) return;
    (this.problems ??= []).push({
      kind: this.tree.kind(node) === Kind.Null && field?.isList ? "null-item" : "wrong-type",
      node,
      message: owner,
      field,
      other: undefined,
      order: this.tree.start(node),
      words: `unexpected token ${this.raw(node)}`,
      isSyntax: true,
      isIgnoredByApi: false,
    });
  }

  private report(
    kind: DecodeKind,
    node: Node,
    field: Field,
    words: string,
    other?: Node,
    isIgnoredByApi = false,
  ): void {
    const order = this.tree.start(node);
    (this.problems ??= []).push({
      kind,
      node,
      message: field.message,
      field,
      other,
      order,
      words,
      isSyntax: false,
      isIgnoredByApi,
    });
  }

  /** Nothing or nonsense stands here; that was said when the text was read. */
  private isUnreadable(node: Node): boolean {
    const kind = this.tree.kind(node);
    return kind === Kind.Missing || kind === Kind.Invalid;
  }

  /** LiveKit quotes a value as it stands, a container by its bracket. */
  private raw(node: Node): string {
    const kind = this.tree.kind(node);
    return kind === Kind.Object ? "{" : kind === Kind.Array ? "[" : this.tree.raw(node);
  }
}
