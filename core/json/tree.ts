/**
 * A JSON document as a tree with ranges, kept in one `number[]`: a rule list of five megabytes costs no
 * object per value, and reading it costs less than building objects would.
 *
 * Nodes stand in document order, each in four numbers: kind and flags, start, end, and the node that follows
 * its subtree (`next`). An object's children are key nodes, each directly followed by its value; the fourth
 * number of a key holds the mark of a name that the reader knows, below 0, and then what the decoder found the key
 * to be (see `core/protocol/decoder.ts`).
 */
import { unescapeString } from "./strings.ts";
import type { SyntaxProblem } from "./syntax.ts";

/** Index of a node in its tree; the root is 0. */
export type Node = number;

/** No such node. */
export const NONE: Node = -1;

export const enum Kind {
  /** No value where one belongs (`{"a": }`, an empty document): a range of length 0. */
  Missing,
  Null,
  True,
  False,
  Number,
  String,
  Object,
  Array,
  Key,
  /** Something that is no JSON value (`yes`, `'text'`) where a value stands. */
  Invalid,
}

export const enum Flag {
  /** A string or key with a backslash in it. */
  Escaped = 1 << 8,
  /** A string or key that breaks a rule of JSON (bad escape, raw tab), or a key that is no string at all. */
  Broken = 1 << 9,
  /** A string, object or array without its end. */
  Unclosed = 1 << 10,
  /** A string or key with a character that is no ASCII in it. */
  NonAscii = 1 << 11,
  /** A string or key with other characters than letters, digits, `+`, `-`, `.` and `_` in it. */
  Unusual = 1 << 12,
  /** A string or key that is not just ASCII between two quotes. */
  Odd = Escaped | Broken | Unclosed | NonAscii,
}

/** An enum, because only its values stand as numbers where other files use them. */
export const enum Layout {
  /** Numbers a node. */
  Stride = 4,
  /** From a key to the number that tells which key follows: behind a key stands its value, whose last number that is. */
  NextKey = 7,
  /** Of a node's first number the bits that are its kind; the others are flags. */
  KindBits = 0xff,
}

export class JsonTree {
  constructor(
    readonly text: string,
    /** Four numbers a node. */
    readonly nodes: number[],
    /** What is wrong with the text as JSON, in document order. */
    readonly problems: readonly SyntaxProblem[],
    /** Whether a surrogate U+DC80 to U+DCFF stands for a byte that is no UTF-8 (see `bytes.ts`). */
    readonly hasRawBytes: boolean,
    /** How many objects and arrays stand in one another at the deepest place. */
    readonly depth: number,
    /** Whether there is a number like `1e`, which Go's two JSON readers judge differently. */
    readonly hasBareExponent: boolean,
    /** The flags that any string or key has. */
    readonly flags: number,
  ) {}

  get size(): number {
    return this.nodes.length / Layout.Stride;
  }

  kind(node: Node): Kind {
    return this.nodes[node * Layout.Stride]! & Layout.KindBits;
  }

  has(node: Node, flag: Flag): boolean {
    return (this.nodes[node * Layout.Stride]! & flag) !== 0;
  }

  /** Offset in UTF-16 units of the first character; for strings and keys the opening quote. */
  start(node: Node): number {
    return this.nodes[node * Layout.Stride + 1]!;
  }

  /** Offset just behind the last character. */
  end(node: Node): number {
    return this.nodes[node * Layout.Stride + 2]!;
  }

  /** Offset of the closing quote of a string, or of what follows it where it has none. */
  closing(node: Node): number {
    return this.end(node) - (this.has(node, Flag.Unclosed) ? 0 : 1);
  }

  /** The node behind this one and everything in it. */
  next(node: Node): Node {
    const { nodes } = this;
    const at = node * Layout.Stride;
    return nodes[(nodes[at]! & Layout.KindBits) === Kind.Key ? at + Layout.NextKey : at + 3]!;
  }

  /** The key behind a key and its value, or what follows their object. */
  nextKey(key: Node): Node {
    return this.nodes[key * Layout.Stride + Layout.NextKey]!;
  }

  isContainer(node: Node): boolean {
    const kind = this.kind(node);
    return kind === Kind.Object || kind === Kind.Array;
  }

  /** The children of an object (its keys) or an array (its items), in order. */
  children(node: Node): Node[] {
    const children: Node[] = [];
    const { nodes } = this;
    const kind = nodes[node * Layout.Stride]! & Layout.KindBits;
    if (kind !== Kind.Object && kind !== Kind.Array) return children;
    const toNext = kind === Kind.Object ? Layout.NextKey : 3;
    const end = nodes[node * Layout.Stride + 3]!;
    for (let child = node + 1; child < end; child = nodes[child * Layout.Stride + toNext]!)
      children.push(child);
    return children;
  }

  /** Whether all strings and keys in a node are ASCII without escapes. */
  isPlain(node: Node): boolean {
    const { nodes } = this;
    const end = nodes[node * Layout.Stride + 3]! * Layout.Stride;
    for (let at = node * Layout.Stride; at < end; at += Layout.Stride)
      if ((nodes[at]! & Flag.Odd) !== 0) return false;
    return true;
  }

  /**
   * The value of a string or key with its escapes resolved; of a key that is no string, its text as it stands
   * there, without single quotes around it.
   */
  stringValue(node: Node): string {
    const start = this.start(node);
    const end = this.end(node);
    const quote = this.text.charCodeAt(start);
    if (quote === 0x27 && end - start > 1 && this.text.charCodeAt(end - 1) === 0x27)
      return this.text.slice(start + 1, end - 1);
    if (quote !== 0x22) return this.text.slice(start, end);
    const inner = this.text.slice(start + 1, this.closing(node));
    return this.has(node, Flag.Escaped) ? unescapeString(inner) : inner;
  }

  /** Whether a node is a string with nothing in it. */
  isEmptyString(node: Node): boolean {
    return this.kind(node) === Kind.String && this.closing(node) === this.start(node) + 1;
  }

  /** Whether the value of a string or key begins with `prefix`, which is not empty. */
  beginsWith(node: Node, prefix: string): boolean {
    if (this.has(node, Flag.Escaped)) return this.stringValue(node).startsWith(prefix);
    const { text } = this;
    const start = this.start(node) + 1;
    return text.charCodeAt(start) === prefix.charCodeAt(0) && text.startsWith(prefix, start);
  }

  /** The characters of a node as they stand in the document. */
  raw(node: Node): string {
    return this.text.slice(this.start(node), this.end(node));
  }

  /** The first member of an object with this name, or `NONE`: the key; its value is the node behind it. */
  member(object: Node, name: string): Node {
    if (this.kind(object) !== Kind.Object) return NONE;
    for (const key of this.children(object)) if (this.stringValue(key) === name) return key;
    return NONE;
  }
}
