/**
 * The checks by the fields whose values they look at. Most values concern nobody, and this is asked for each field of
 * a document on every keystroke: the answer stands in tables of numbers.
 */
import { checks } from "./checks/index.generated.ts";
import type { Check } from "./check.ts";
import { Flag, Kind, Layout, type JsonTree } from "./json/tree.ts";
import { FIELD_COUNT, fieldNamed, messageNamed } from "./protocol/schema.ts";

/**
 * What kind of value a field has. Texts and single values are one of the first four; lists and objects that are not empty
 * are `Container` and what holds of them besides (`ContainerBit`).
 */
const enum ValueSort {
  /** An empty text, list or map, or `false`. */
  Empty = 0,
  /** A text of letters, digits, `-`, `_`, `.` and `+`. */
  Ordinary = 1,
  /** Any other text in ASCII without escapes. */
  Ascii = 2,
  /** Any other text or value. */
  Other = 3,
  Container = 4,
  /** Bit of any: it has more characters than the field's `shortest`. */
  Long = 8,
  /** How many there can be. */
  Count = 16,
}

const enum ContainerBit {
  /** An object whose first member is not null. */
  Solid = 1,
  /** The whole document is ASCII without escapes. */
  InAscii = 2,
}

/** Longer than any value. */
const ENDLESS = 0x7fff_ffff;

/** Where a field's values of a sort are looked up, by `id * ValueSort.Count + sort`: a place in `groups`. */
const groupOf = new Uint16Array(FIELD_COUNT * ValueSort.Count);
const groups: (readonly Check[] | undefined)[] = [undefined];
/** By a field's id. */
const shortest = new Int32Array(FIELD_COUNT).fill(ENDLESS);
for (const [id, group] of byField()) {
  const lengths = new Set(group.flatMap(({ longerThan }) => longerThan ?? []));
  if (lengths.size > 1)
    throw new Error("two checks of one field have different `longerThan`: the table holds one");
  for (const length of lengths) shortest[id] = length;
  for (let sort = 0; sort < ValueSort.Count; sort++) {
    const some = group.filter((check) => looksAt(check, sort));
    if (some.length > 0) groupOf[id * ValueSort.Count + sort] = groups.push(some) - 1;
  }
}

/**
 * The checks that look at a value; `undefined` where none does.
 * @param tree decoded
 * @param at where the value's key stands in its numbers
 */
export function checksForField({ nodes, flags }: JsonTree, at: number): readonly Check[] | undefined {
  const id = nodes[at + 3]!;
  // Not known, or a key of a map.
  if (id <= 0) return undefined;
  const value = at + Layout.Stride;
  const kind = nodes[value]! & Layout.KindBits;
  if (kind === Kind.Null) return undefined;
  const isLong = nodes[value + 2]! - nodes[value + 1]! > shortest[id]!;
  const sort = sortOf(nodes, value, kind, flags);
  return groups[groupOf[id * ValueSort.Count + (isLong ? sort | ValueSort.Long : sort)]!];
}

/** Told from the characters as they stand in the document: no value is taken out to be looked at. */
function sortOf(nodes: readonly number[], at: number, kind: Kind, flags: number): ValueSort {
  if (kind === Kind.String) return sortOfText(nodes[at]!, nodes[at + 2]! - nodes[at + 1]!);
  if (kind === Kind.Object || kind === Kind.Array) return sortOfContainer(nodes, at, kind, flags);
  return kind === Kind.False ? ValueSort.Empty : ValueSort.Other;
}

function sortOfText(flags: number, length: number): ValueSort {
  if (length === 2) return ValueSort.Empty;
  const odd = flags & (Flag.Unusual | Flag.Odd);
  return odd === 0 ? ValueSort.Ordinary : odd === Flag.Unusual ? ValueSort.Ascii : ValueSort.Other;
}

function sortOfContainer(nodes: readonly number[], at: number, kind: Kind, flags: number): ValueSort {
  if (nodes[at + 3] === at / Layout.Stride + 1) return ValueSort.Empty;
  const inAscii = (flags & Flag.Odd) === 0 ? ValueSort.Container | ContainerBit.InAscii : ValueSort.Container;
  // In an object its first key follows, and then that key's value.
  const isSolid = kind === Kind.Object && (nodes[at + 2 * Layout.Stride]! & Layout.KindBits) !== Kind.Null;
  return isSolid ? inAscii | ContainerBit.Solid : inAscii;
}

function looksAt({ values, longerThan }: Check, sort: ValueSort): boolean {
  if (longerThan !== undefined && (sort & ValueSort.Long) === 0) return false;
  const of = sort & ~ValueSort.Long;
  const isContainer = of >= ValueSort.Container;
  switch (values) {
    case "filled":
      return of !== ValueSort.Empty;
    case "unusual":
      return of !== ValueSort.Empty && of !== ValueSort.Ordinary;
    case "foreign":
      return isContainer ? (of & ContainerBit.InAscii) === 0 : of === ValueSort.Other;
    case "hollow":
      return !isContainer || (of & ContainerBit.Solid) === 0;
    default:
      return true;
  }
}

/** By the ids of the fields that they name; a name that both a create request and a rule have is meant in both. */
function byField(): Map<number, Check[]> {
  const found = new Map<number, Check[]>();
  const flat = new Set(messageNamed("CreateSIPDispatchRuleRequest").fields.map((field) => field.name));
  for (const check of checks)
    for (const path of check.fields ?? []) {
      const [message, name] = path.split(".");
      const paths = [path];
      if (message === "SIPDispatchRuleInfo" && flat.has(name ?? ""))
        paths.push(`CreateSIPDispatchRuleRequest.${name}`);
      for (const { id } of paths.map(fieldNamed)) found.set(id, [...(found.get(id) ?? []), check]);
    }
  return found;
}
