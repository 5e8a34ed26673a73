/** LiveKit's fields as a tree: name, type, and what it is for in one line. */
import type { Field, Message } from "../../core/protocol/schema.ts";
import type { Paint } from "../terminal/colour.ts";
import { documentationOf, type Documentation } from "./documentation.ts";
import { typeOf } from "./type-words.ts";

export interface TreeLook {
  readonly documentation: Documentation;
  readonly paint: Paint;
  /** How long a line may be. */
  readonly columns: number;
  /** How many levels are shown; what has more below is marked with `…`. */
  readonly depth: number;
}

interface Row {
  readonly indent: string;
  readonly field: Field;
  readonly hasMore: boolean;
}

/** Names this long push the rest of their line to the right; the others stand in one column. */
const WIDEST_NAME = 52;

export function fieldTree(message: Message, look: TreeLook): string {
  const rows = [...rowsOf(message, look.depth, "")];
  const width = Math.min(WIDEST_NAME, Math.max(...rows.map((row) => nameOf(row).length)));
  return rows.map((row) => line(row, width, look)).join("\n");
}

function* rowsOf(message: Message, depth: number, indent: string): Generator<Row> {
  for (const field of message.fields) {
    const hasMore = field.type !== undefined && depth <= 1;
    yield { indent, field, hasMore };
    if (field.type && !hasMore) yield* rowsOf(field.type, depth - 1, `${indent}  `);
  }
}

function line(row: Row, width: number, { documentation, paint, columns }: TreeLook): string {
  const { field } = row;
  const name = nameOf(row);
  const type = `${typeOf(field)}${field.isDeprecated ? ", deprecated" : ""}`;
  const text = firstSentence(documentationOf(documentation, field)?.text ?? "");
  const room = Math.max(10, columns - Math.max(name.length, width) - type.length - 4);
  const shown = text.length > room ? `${text.slice(0, room - 1).trimEnd()}…` : text;
  return `${paint("bold", name)}${" ".repeat(Math.max(1, width - name.length))} ${paint("cyan", type)}  ${shown}`.trimEnd();
}

/** Both spellings where they differ; LiveKit reads both. */
function nameOf({ indent, field: { name, json }, hasMore }: Row): string {
  return `${indent}${name}${json === name ? "" : ` (${json})`}${hasMore ? " …" : ""}`;
}

/** A sentence as short as "LiveKit Cloud only." takes the next one along. */
function firstSentence(text: string): string {
  return /^.{25,}?[.;:](?=\s|$)/s.exec(text)?.[0].replace(/[;:]$/, ".") ?? text;
}
