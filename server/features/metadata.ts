/** Metadata strings of a document, to be edited as JSON and written back. */
import { applyMetadataEdit } from "../../core/features/metadata-edit.ts";
import { metadataForEditing, metadataForFile } from "../../core/features/metadata-layout.ts";
import { metadataAt, metadataStrings, type MetadataString } from "../../core/features/metadata-strings.ts";
import type { OpenDocument } from "../documents.ts";
import type {
  MetadataEditAnswer,
  MetadataEditParams,
  MetadataEntry,
  MetadataList,
  MetadataParams,
} from "../messages.ts";
import { toOffset, toProtocolRange, toTextEdit } from "../positions.ts";
import type { Reading } from "../readings.ts";

export function listMetadata(
  { file }: Reading,
  document: OpenDocument,
  { position }: MetadataParams,
): MetadataList {
  const found = position ? metadataAt(file, toOffset(document.text, position)) : undefined;
  const strings = position ? (found ? [found] : []) : metadataStrings(file);
  return { version: document.version, strings: strings.map((each) => toEntry(document, each)) };
}

function toEntry({ text }: OpenDocument, metadata: MetadataString): MetadataEntry {
  return {
    range: toProtocolRange(text, metadata.range),
    owner: metadata.owner,
    ownerName: metadata.ownerName,
    path: metadata.path,
    text: metadata.text,
    shown: metadataForEditing(metadata.text),
  };
}

export function editMetadata(
  _reading: Reading,
  { text, version }: OpenDocument,
  { path, ownerName, original, edited }: MetadataEditParams,
): MetadataEditAnswer {
  const changed = metadataForFile(edited, original);
  const result = applyMetadataEdit(text.getText(), path, original, changed, ownerName);
  if ("conflict" in result) return { version, ...result };
  return { version, edit: result.edit ? toTextEdit(text, result.edit) : null, text: changed };
}
