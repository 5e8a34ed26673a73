/** Formatting of a document or a part of it, with the indentation that the client asks for. */
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

function layoutOf({ tabSize, insertSpaces, insertFinalNewline }: FormattingOptions): Layout {
  return {
    tabSize,
    insertSpaces,
    // A client that does not insert one does not want it taken away either.
    ...(insertFinalNewline === true && { insertFinalNewline }),
  };
}
