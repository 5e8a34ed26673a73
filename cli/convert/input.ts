/** What `convert` works on: one document, read whole. */
import { readRuleDocument, type RuleDocument } from "../../core/document.ts";
import type { Conversion } from "../../core/rules/convert.ts";
import { Lines } from "../check/lines.ts";
import { FileError } from "../files/file-error.ts";
import { STANDARD_INPUT } from "../files/find.ts";
import { readStandardInput, readTextFile } from "../files/read.ts";
import { visible } from "../../core/text/visible.ts";

export interface Input {
  readonly path: string;
  /** As it is shown. */
  readonly name: string;
  readonly document: RuleDocument;
}

/** Throws a `FileError`. */
export async function readInput(path: string): Promise<Input> {
  const reading = path === STANDARD_INPUT ? await readStandardInput() : readTextFile(path);
  if (!reading.ok) throw new FileError(reading.reason);
  const { text, hasRawBytes } = reading.file;
  // They would be written as other characters.
  if (hasRawBytes) throw new FileError("holds bytes that are no UTF-8");
  return { path, name: nameOf(path), document: readRuleDocument(text) };
}

export function nameOf(path: string): string {
  return path === STANDARD_INPUT ? "<stdin>" : visible(path);
}

/** `file:line:column: cannot be converted: why` */
export function refusal(
  { name, document }: Input,
  { reason, range }: Extract<Conversion, { ok: false }>,
): string {
  const place = range && new Lines(document.text).place(range.start);
  return `${name}${place ? `:${place.line}:${place.column}` : ""}: cannot be converted: ${visible(reason)}\n`;
}

/** One line for each field that the result does not have. */
export function removedFields(name: string, conversion: Extract<Conversion, { ok: true }>): string {
  return conversion.removed
    .map((field) => `${name}: left out ${visible(field.name)}: ${visible(field.reason)}\n`)
    .join("");
}
