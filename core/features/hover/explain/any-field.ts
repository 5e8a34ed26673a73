/** What can be said of a value whatever the field: names of enums, and values that are the same as nothing. */
import { Kind, NONE } from "../../../json/tree.ts";
import type { HoverPart } from "../part.ts";
import { textOf, type Subject } from "../subject.ts";
import { say, type Words } from "../words.ts";

/** The text of the chosen name of an enum, given by name or by number. */
export function enumPart(subject: Subject): HoverPart | undefined {
  const type = subject.field?.enumType;
  if (!type) return undefined;
  const { tree, value } = subject;
  const name =
    textOf(subject) ?? nameOfNumber(type.values, tree.kind(value) === Kind.Number ? tree.raw(value) : "");
  if (name === undefined || !type.values.has(name)) return undefined;
  return { kind: "documentation", key: `${type.name}.${name}`, about: name };
}

function nameOfNumber(values: ReadonlyMap<string, number>, raw: string): string | undefined {
  if (raw === "") return undefined;
  for (const [name, number] of values) if (number === Number(raw)) return name;
  return undefined;
}

/** Whether a value changes nothing; only where absence cannot be told from the default. */
export function explainDefault({ tree, value, field, key }: Subject): Words[] {
  if (!field || key === NONE || field.isMap) return [];
  switch (tree.kind(value)) {
    case Kind.Null:
      return [say`${"null"} is the same as leaving the field out.`];
    case Kind.False:
      return field.hasPresence ? [] : [say`${"false"} is the default, the same as leaving the field out.`];
    case Kind.String:
      if (field.hasPresence || field.kind !== "string" || !tree.isEmptyString(value)) return [];
      return [say`Empty is the same as leaving the field out.`];
    default:
      return [];
  }
}
