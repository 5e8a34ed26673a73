/**
 * JSON into a Go struct as encoding/json does it: names in any casing, a name that comes again on top of what was
 * there, `null` for nothing, and the first value of a wrong type as the error, after which it reads on.
 */
import { readJson } from "../../core/json/reader.ts";
import { Kind, type JsonTree, type Node } from "../../core/json/tree.ts";

export type GoType =
  | "string"
  | "bool"
  | "[]string"
  | "map[string]string"
  | GoStruct
  /** A type that reads itself: the error of what it cannot read, or its value. */
  | {
      readonly read: (tree: JsonTree, node: Node) => { readonly value: unknown } | { readonly error: string };
    };

export interface GoStruct {
  /** With its package: `auth.SIPGrant`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, GoType>>;
  /** The struct that its fields stand in, where that is a part of it without a name. */
  readonly embedded?: string;
}

export type GoValue = Readonly<Record<string, unknown>>;

export interface GoReading {
  readonly value: GoValue;
  /** The first error, in the words of Go. */
  readonly error: string | undefined;
}

/** @returns `undefined` where the text is no JSON, or no object; `null` is an object without fields */
export function readGoStruct(text: string, struct: GoStruct): GoReading | undefined {
  const tree = readJson(text);
  if (tree.problems.length > 0 || tree.hasBareExponent) return undefined;
  const kind = tree.kind(0);
  if (kind === Kind.Null) return { value: {}, error: undefined };
  if (kind !== Kind.Object) return undefined;
  const reader = new Reader(tree);
  const value = reader.struct(0, struct, {}, struct.embedded === undefined ? [] : [struct.embedded]);
  return { value, error: reader.error };
}

class Reader {
  error: string | undefined;

  constructor(private readonly tree: JsonTree) {}

  struct(node: Node, { name, fields }: GoStruct, before: GoValue, path: readonly string[]): GoValue {
    const value: Record<string, unknown> = { ...before };
    const byFoldedName = new Map(Object.keys(fields).map((field) => [folded(field), field]));
    for (const key of this.tree.children(node)) {
      const field = byFoldedName.get(folded(this.tree.stringValue(key)));
      const type = field === undefined ? undefined : fields[field];
      if (field === undefined || type === undefined) continue;
      const read = this.value(key + 1, type, value[field], { struct: name, path: [...path, field] });
      if (read !== KEPT) value[field] = read;
    }
    return value;
  }

  private value(node: Node, type: GoType, before: unknown, place: Place): unknown {
    const { tree } = this;
    const kind = tree.kind(node);
    if (typeof type === "object" && "read" in type) {
      if (kind === Kind.Null) return undefined;
      const result = type.read(tree, node);
      if ("value" in result) return result.value;
      this.error ??= result.error;
      return KEPT;
    }
    // It empties what is a pointer, a list or a map, and leaves anything else as it is.
    if (kind === Kind.Null) return type === "string" || type === "bool" ? KEPT : undefined;
    if (typeof type === "object") {
      if (kind !== Kind.Object) return this.mistyped(node, type.name, place);
      return this.struct(node, type, (before ?? {}) as GoValue, place.path);
    }
    switch (type) {
      case "string":
        return kind === Kind.String ? tree.stringValue(node) : this.mistyped(node, type, place);
      case "bool":
        return kind === Kind.True || kind === Kind.False
          ? kind === Kind.True
          : this.mistyped(node, type, place);
      case "[]string":
        if (kind !== Kind.Array) return this.mistyped(node, type, place);
        return [...tree.children(node)].map((item) => this.value(item, "string", "", place));
      case "map[string]string":
        if (kind !== Kind.Object) return this.mistyped(node, type, place);
        for (const key of tree.children(node)) this.value(key + 1, "string", "", place);
        return {};
    }
  }

  private mistyped(node: Node, go: string, { struct, path }: Place): typeof KEPT {
    const name = struct.slice(struct.indexOf(".") + 1);
    this.error ??= `json: cannot unmarshal ${jsonName(this.tree.kind(node))} into Go struct field ${name}.${path.join(".")} of type ${go}`;
    return KEPT;
  }
}

interface Place {
  readonly struct: string;
  readonly path: readonly string[];
}

/** The field stays as it was. */
const KEPT = Symbol("kept");

/** Letters of ASCII in either casing, and the two others that Unicode folds into them (encoding/json, fold.go). */
function folded(name: string): string {
  return name.replaceAll("\u017f", "s").replaceAll("\u212a", "k").toLowerCase();
}

function jsonName(kind: Kind): string {
  switch (kind) {
    case Kind.Object:
      return "object";
    case Kind.Array:
      return "array";
    case Kind.String:
      return "string";
    case Kind.Number:
      return "number";
    default:
      return "bool";
  }
}
