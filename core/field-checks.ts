/**
 * The checks by the fields whose values they look at. Most values concern nobody, and this is asked for each field of
 * a document on every keystroke: the answer stands in tables of numbers.
 */
import { checks } from "./checks/index.generated.ts";
import type { Check } from "./check.ts";
import { Flag, Kind, Layout, type JsonTree } from "./json/tree.ts";
import { FIELD_COUNT, fieldNamed, messageNamed } from "./protocol/schema.ts";

/** What kind of value a field has. */
const enum Sort {
  /** An empty text, list or map, or `false`. */
  Empty,
  /** A text of letters, digits, `-`, `_`, `.` and `+`. */
  Ordinary,
  /** Any other text in ASCII without escapes. */
  Ascii,
  Other,
  /** A list or an object, ... */
  Container = 4,
  /** ... whose first member is not null, ... */
  Solid = 1,
  /** ... in a document in ASCII without escapes. */
  InAscii = 2,
  /** Added to the sort of a value with more characters than the field's `shortest`. */
  Long = 8,
  Count = 16,
}

/** Longer than any value. */
const enum Length {
  Endless = 0x7fff_ffff,
}

/** Where a field's values of a sort are looked up, by `id * Sort.Count + sort`: a place in `groups`. */
const groupOf = new Uint16Array(FIELD_COUNT * Sort.Count);
const groups: (readonly Check[] | undefined)[] = [undefined];
/** By a field's id. */
const shortest = new Int32Array(FIELD_COUNT).fill(Length.Endless);
for (const [id, group] of byField()) {
  shortest[id] = Math.min(Length.Endless, ...group.flatMap(({ longerThan }) => longerThan ?? []));
  for (let sort = 0; sort < Sort.Count; sort++) {
    const some = group.filter((check) => looksAt(check, sort));
    if (some.length > 0) groupOf[id * Sort.Count + sort] = groups.push(some) - 1;
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
  return groups[groupOf[id * Sort.Count + (isLong ? sort | Sort.Long : sort)]!];
}

/** Told from the characters as they stand in the document: no value is taken out to be looked at. */
function sortOf(nodes: readonly number[], at: number, kind: Kind, flags: number): Sort {
  if (kind === Kind.String) return sortOfText(nodes[at]!, nodes[at + 2]! - nodes[at + 1]!);
  if (kind === Kind.Object || kind === Kind.Array) return sortOfContainer(nodes, at, kind, flags);
  return kind === Kind.False ? Sort.Empty : Sort.Other;
}

function sortOfText(flags: number, length: number): Sort {
  if (length === 2) return Sort.Empty;
  const odd = flags & (Flag.Unusual | Layout.Odd);
  return odd === 0 ? Sort.Ordinary : odd === Flag.Unusual ? Sort.Ascii : Sort.Other;
}

function sortOfContainer(nodes: readonly number[], at: number, kind: Kind, flags: number): Sort {
  if (nodes[at + 3] === at / Layout.Stride + 1) return Sort.Empty;
  const inAscii = (flags & Layout.Odd) === 0 ? Sort.Container | Sort.InAscii : Sort.Container;
  // In an object its first key follows, and then that key's value.
  const isSolid =
    kind === Kind.Object && (nodes[at + 2 * Layout.Stride]! & Layout.KindBits) !== (Kind.Null as number);
  return isSolid ? inAscii | Sort.Solid : inAscii;
}

function looksAt({ values, longerThan }: Check, sort: Sort): boolean {
  if (longerThan !== undefined && (sort & Sort.Long) === 0) return false;
  const of = sort & ~Sort.Long;
  const isContainer = of >= Sort.Container;
  switch (values) {
    case "filled":
      return of !== Sort.Empty;
    case "unusual":
      return of !== Sort.Empty && of !== Sort.Ordinary;
    case "foreign":
      return isContainer ? (of & Sort.InAscii) === 0 : of === Sort.Other;
    case "hollow":
      return !isContainer || (of & Sort.Solid) === 0;
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
