/** Everything about one field. */
import type { Field } from "../../core/protocol/schema.ts";
import { wrap } from "../terminal/wrap.ts";
import { documentationOf, type Documentation } from "./documentation.ts";
import { fieldTree, type TreeLook } from "./field-tree.ts";
import { shortName, typeOf } from "./type-words.ts";

/** @param path the fields from the root to the one that is meant */
export function fieldPage(path: readonly Field[], look: TreeLook & { readonly textColumns: number }): string {
  const field = path.at(-1);
  if (!field) return "";
  const { documentation, paint, textColumns: columns } = look;
  const name = path.map((each) => each.name).join(".");
  const json = path.map((each) => each.json).join(".");
  const parts = [
    `${paint("bold", name)}${json === name ? "" : ` or ${json}`}\n${typeOf(field)}${oneofText(field)}`,
    ...textParts(field, documentation, columns),
    ...enumParts(field, documentation, columns),
  ];
  if (field.type) parts.push(fieldTree(field.type, look));
  return `${parts.join("\n\n")}\n`;
}

function textParts(field: Field, documentation: Documentation, columns: number): string[] {
  const about = documentationOf(documentation, field);
  if (!about) return [];
  const facts = [
    about.default !== undefined && `Default: ${about.default}`,
    about.unit !== undefined && `Unit: ${about.unit}`,
    about.example !== undefined && `Example: "${field.json}": ${JSON.stringify(about.example)}`,
    field.isDeprecated && "Deprecated.",
  ].filter((fact) => typeof fact === "string");
  const parts = [wrap(about.text, columns)];
  if (facts.length > 0) parts.push(facts.join("\n"));
  if (about.note !== undefined) parts.push(wrap(`Note: ${about.note}`, columns));
  if (about.link !== undefined) parts.push(`See ${about.link}`);
  return parts;
}

function oneofText(field: Field): string {
  const others = field.oneof?.fields.filter((other) => other !== field) ?? [];
  return others.length === 0 ? "" : `; excludes ${others.map(({ name }) => name).join(" and ")}`;
}

function enumParts({ enumType }: Field, documentation: Documentation, columns: number): string[] {
  if (!enumType) return [];
  const values = [...enumType.values.keys()].map((value) => {
    const text = documentation[`${enumType.name}.${value}`]?.text;
    return text === undefined ? `  ${value}` : `  ${value}\n${wrap(text, columns, "      ")}`;
  });
  return [`${shortName(enumType.name)} is one of:\n${values.join("\n")}`];
}
