/**
 * Offsets of `core` to positions of the protocol and back. Both count UTF-16 units, so nothing is converted
 * but lines; the only encoding that is negotiated is therefore `utf-16`.
 */
import type {
  Position,
  Range as ProtocolRange,
  TextDocumentContentChangeEvent,
  TextEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit, Range } from "../core/problem.ts";

export function toProtocolRange(text: TextDocument, { start, end }: Range): ProtocolRange {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

export function toTextEdit(text: TextDocument, edit: Edit): TextEdit {
  return { range: toProtocolRange(text, edit), newText: edit.newText };
}

/** Any position a client sends, inside the document or not. */
export function toOffset(text: TextDocument, position: Position): number {
  return text.offsetAt(insidePosition(text, position));
}

/** Any positions a client sends, in any order, inside the document or not. */
export function toOffsets(text: TextDocument, range: ProtocolRange): Range {
  const { start, end } = insideRange(text, range);
  const [a, b] = [text.offsetAt(start), text.offsetAt(end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/**
 * The change with a range that lies inside the document: `TextDocument` spoils its table of lines when a
 * change begins behind the last line or in the middle between two numbers. `rangeLength` is deprecated and
 * says nothing new, so it cannot do harm.
 */
export function insideDocument(
  text: TextDocument,
  change: TextDocumentContentChangeEvent,
): TextDocumentContentChangeEvent {
  return "range" in change
    ? { range: insideRange(text, change.range), text: change.text }
    : { text: change.text };
}

function insideRange(text: TextDocument, { start, end }: ProtocolRange): ProtocolRange {
  return { start: insidePosition(text, start), end: insidePosition(text, end) };
}

function insidePosition(text: TextDocument, position: Position): Position {
  const line = wholeNumber(position.line);
  if (line >= text.lineCount) return text.positionAt(text.getText().length);
  return { line, character: wholeNumber(position.character) };
}

/** The protocol promises whole numbers from 0 up; a client that breaks the promise gets the nearest one. */
function wholeNumber(value: number): number {
  return value > 0 ? Math.floor(value) : 0;
}
