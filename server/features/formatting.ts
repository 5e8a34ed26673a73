/** Formatting of a document or of parts of it, with the indentation that the client asks for. */
import type { FormattingOptions, Range as ProtocolRange, TextEdit } from "vscode-languageserver";
import { formatDocument, formatRange, type Layout } from "../../core/features/format.ts";
import type { OpenDocument } from "../documents.ts";
import { toOffsets, toTextEdit } from "../positions.ts";

export function formatted(
  { text }: OpenDocument,
  options: FormattingOptions,
  range?: ProtocolRange,
): TextEdit[] {
  const content = text.getText();
  const layout = layoutOf(options);
  const edits = range
    ? formatRange(content, toOffsets(text, range), layout)
    : formatDocument(content, layout);
  return edits.map((edit) => toTextEdit(text, edit));
}

/** Each range is formatted as if it were the only one; what two of them would change is changed once. */
export function formattedParts(
  document: OpenDocument,
  options: FormattingOptions,
  ranges: readonly ProtocolRange[],
): TextEdit[] {
  const { text } = document;
  const offsetOf = ({ range }: TextEdit) => text.offsetAt(range.start);
  const edits = ranges
    .flatMap((range) => formatted(document, options, range))
    .sort((one, other) => offsetOf(one) - offsetOf(other));
  let reached = -1;
  return edits.filter((edit) => {
    const start = offsetOf(edit);
    if (start < reached || (start === reached && text.offsetAt(edit.range.end) === start)) return false;
    reached = text.offsetAt(edit.range.end);
    return true;
  });
}

function layoutOf({ tabSize, insertSpaces, insertFinalNewline }: FormattingOptions): Layout {
  return {
    tabSize,
    insertSpaces,
    // A client that does not insert one does not want it taken away either.
    ...(insertFinalNewline === true && { insertFinalNewline }),
  };
}
