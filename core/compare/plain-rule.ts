/**
 * A rule as a plain value: no defaults, numbers and durations in one form, in one spelling of LiveKit's names. What
 * LiveKit's messages do not know here is kept as it is, so that nothing of a newer server is lost.
 */
import { readJson } from "../json/reader.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import { canonicalMessage, type Canonical } from "../protocol/canonical.ts";
import { decode } from "../protocol/decoder.ts";
import { fieldOf } from "../protocol/fields.ts";
import { messageNamed, type Field } from "../protocol/schema.ts";
import { memberPath } from "./path.ts";

export type Plain = string | number | boolean | null | readonly Plain[] | PlainMessage;
export interface PlainMessage {
  readonly [name: string]: Plain;
}

/** `name`: as in LiveKit's sources, `trunk_ids`; `json`: as `lk` prints, `trunkIds`. */
export type Spelling = "name" | "json";

export interface PlainRule {
  readonly rule: PlainMessage;
  /** Fields that are written and hold what LiveKit takes for an absent one, as paths. */
  readonly defaults: readonly string[];
  /** Fields that LiveKit's messages do not have here, as paths. */
  readonly unknown: ReadonlySet<string>;
}

const INFO = messageNamed("SIPDispatchRuleInfo");

/**
 * @param text a rule itself, without anything around it
 * @returns `undefined` for a text that LiveKit could not read as one; unknown fields and enum names are no obstacle
 */
export function plainRule(text: string, spelling: Spelling): PlainRule | undefined {
  const tree = readJson(text);
  if (tree.problems.length > 0 || tree.kind(0) !== Kind.Object) return undefined;
  if (decode(tree, 0, INFO).some((problem) => !problem.isIgnoredByApi)) return undefined;
  const reading = new Reading(tree, spelling);
  return { rule: reading.message(0, ""), defaults: reading.defaults, unknown: reading.unknown };
}

class Reading {
  readonly defaults: string[] = [];
  readonly unknown = new Set<string>();

  constructor(
    private readonly tree: JsonTree,
    private readonly spelling: Spelling,
  ) {}

  message(object: Node, path: string): PlainMessage {
    const { tree } = this;
    const canonical = canonicalMessage(tree, object);
    const entries: [string, Plain][] = [];
    for (const key of tree.children(object)) {
      const field = fieldOf(tree, key);
      const name = field?.[this.spelling] ?? tree.stringValue(key);
      const place = memberPath(path, name);
      if (!field) this.unknown.add(place);
      if (tree.kind(key + 1) === Kind.Null) continue;
      const value = field
        ? this.value(key + 1, field, canonical[field.json], place)
        : (JSON.parse(tree.raw(key + 1)) as Plain);
      if (value === undefined) this.defaults.push(place);
      else entries.push([name, value]);
    }
    return Object.fromEntries(entries);
  }

  /** `undefined` for a default. */
  private value(node: Node, field: Field, canonical: Canonical | undefined, path: string): Plain | undefined {
    const { tree } = this;
    if (!field.type) return canonical ?? this.unknownEnumName(node, field);
    if (field.isList) {
      const items = tree.children(node).map((item, index) => this.message(item, `${path}[${index}]`));
      return items.length > 0 ? items : undefined;
    }
    const value = this.message(node, path);
    // Only in a choice of several does it say something that it is there.
    return field.oneof || Object.keys(value).length > 0 ? value : undefined;
  }

  /** A value of a newer server. */
  private unknownEnumName(node: Node, { enumType, isList }: Field): string | undefined {
    if (!enumType || isList || this.tree.kind(node) !== Kind.String) return undefined;
    const name = this.tree.stringValue(node);
    return enumType.values.has(name) ? undefined : name;
  }
}
