/** Text of snippets in LSP's syntax, and the manner in which a document writes its members. */
import { Kind, type JsonTree } from "../../json/tree.ts";
import { quoteString } from "../../json/strings.ts";
import { addedIndentation, firstLineBreak, indentation, startsLine } from "../../rules/convert/lines.ts";
import type { Field } from "../../protocol/schema.ts";

/** A value to be written: a snippet's text, an object with some fields, a list with one item. */
export type Sketch =
  string | { readonly members: readonly (readonly [Field, Sketch])[] } | { readonly item: Sketch };

/** How a value is written where it is put. */
export interface Layout {
  /** Between the members of an object: a line break, or nothing where all stands in a line. */
  readonly lineBreak: string;
  /** One level of indentation. */
  readonly unit: string;
  /** Between a name and its value. */
  readonly colon: string;
  readonly spell: (field: Field) => string;
}

/** Text that stands in a snippet for itself. */
export function plain(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A place to fill in, with texts to choose from; none leave it empty. */
export function choice(stop: number, texts: readonly string[]): string {
  if (texts.length === 0) return `$${stop}`;
  if (texts.length === 1) return `\${${stop}:${plain(texts[0]!)}}`;
  // In here editors take a backslash in front of anything else for itself.
  return `\${${stop}|${texts.map((text) => text.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
}

/** What stands between the quotes of a JSON string. */
export function inQuotes(text: string): string {
  return quoteString(text).slice(1, -1);
}

/** @param depth levels of indentation below the line in which the value begins */
export function writeSketch(sketch: Sketch, layout: Layout, depth = 0): string {
  if (typeof sketch === "string") return sketch;
  const { lineBreak, unit } = layout;
  const [open, close] = "item" in sketch ? ["[", "]"] : ["{", "}"];
  const isScalarList = "item" in sketch && typeof sketch.item === "string";
  if (lineBreak === "" || isScalarList) return open + inner(sketch, layout, depth, ", ") + close;
  const below = lineBreak + unit.repeat(depth + 1);
  return (
    open + below + inner(sketch, layout, depth + 1, `,${below}`) + lineBreak + unit.repeat(depth) + close
  );
}

function inner(sketch: Exclude<Sketch, string>, layout: Layout, depth: number, comma: string): string {
  if ("item" in sketch) return writeSketch(sketch.item, layout, depth);
  return writeMembers(sketch.members, layout, depth, comma);
}

export function writeMembers(
  members: readonly (readonly [Field, Sketch])[],
  layout: Layout,
  depth: number,
  comma: string,
): string {
  const write = ([field, value]: readonly [Field, Sketch]): string =>
    quoteString(layout.spell(field)) + layout.colon + writeSketch(value, layout, depth);
  return members.length === 0 ? `$0` : members.map(write).join(comma);
}

/** The line break of a document and what it puts in front of a line for each level. */
export function lineStyle(tree: JsonTree): { readonly lineBreak: string; readonly unit: string } {
  const { text } = tree;
  const lineBreak = firstLineBreak(text, 0, text.length) ?? "\n";
  const first = tree.isContainer(0) && tree.size > 1 && tree.kind(1) !== Kind.Missing ? tree.start(1) : -1;
  if (first < 0 || !startsLine(text, first)) return { lineBreak, unit: "  " };
  const unit = addedIndentation(indentation(text, first), indentation(text, tree.start(0)));
  return { lineBreak, unit: unit === "" ? "  " : unit };
}
