/** The requests of `messages.ts` about a document. */
import { applyMetadataEdit } from "../core/features/metadata-edit.ts";
import { metadataForEditing, metadataForFile } from "../core/features/metadata-layout.ts";
import { metadataAt, metadataStrings, type MetadataString } from "../core/features/metadata-strings.ts";
import { quotedText } from "../core/livekit-words.ts";
import type { Problem } from "../core/problem.ts";
import { convertTo } from "../core/rules/convert.ts";
import type { OpenDocument } from "./documents.ts";
import {
  CONVERT,
  EXPLAIN,
  FILE_STATUS,
  METADATA,
  METADATA_EDIT,
  type ConvertAnswer,
  type ConvertParams,
  type ExplainAnswer,
  type ExplainParams,
  type FileStatus,
  type FileStatusParams,
  type MetadataEditAnswer,
  type MetadataEditParams,
  type MetadataEntry,
  type MetadataList,
  type MetadataParams,
} from "./messages.ts";
import { toOffset, toProtocolRange, toTextEdit } from "./positions.ts";
import type { Reading } from "./readings.ts";
import type { Requests } from "./requests.ts";

/** @param beside the problems that a document has beside other files */
export function registerOwn(
  requests: Requests,
  beside: (document: OpenDocument) => readonly Problem[],
): void {
  requests.on<FileStatusParams, FileStatus | null>(FILE_STATUS, null, ({ file }, { version }) => ({
    version,
    form: file.form,
    target: file.target,
  }));
  requests.on<MetadataParams, MetadataList | null>(METADATA, null, listMetadata);
  requests.on<MetadataEditParams, MetadataEditAnswer | null>(METADATA_EDIT, null, editMetadata);
  requests.on<ConvertParams, ConvertAnswer | null>(CONVERT, null, convert);
  requests.on<ExplainParams, ExplainAnswer | null>(EXPLAIN, null, (reading, document, params) =>
    explain([...reading.fixable, ...beside(document)], document, params),
  );
}

function listMetadata({ file }: Reading, document: OpenDocument, { position }: MetadataParams): MetadataList {
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

function editMetadata(
  _reading: Reading,
  { text, version }: OpenDocument,
  { path, ownerName, original, edited }: MetadataEditParams,
): MetadataEditAnswer {
  const changed = metadataForFile(edited, original);
  const result = applyMetadataEdit(text.getText(), path, original, changed, ownerName);
  if ("conflict" in result) return { version, ...result };
  return { version, edit: result.edit ? toTextEdit(text, result.edit) : null, text: changed };
}

function convert({ file }: Reading, { text, version }: OpenDocument, { form }: ConvertParams): ConvertAnswer {
  const conversion = convertTo(file, form);
  if (!conversion.ok) {
    const { reason, range } = conversion;
    return { version, reason, range: range ? toProtocolRange(text, range) : null };
  }
  const edits = conversion.edits.map((edit) => toTextEdit(text, edit));
  return { version, text: conversion.text, edits, removed: conversion.removed };
}

function explain(
  all: readonly Problem[],
  { text, version }: OpenDocument,
  { position }: ExplainParams,
): ExplainAnswer {
  const offset = toOffset(text, position);
  const problems = all
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      range: toProtocolRange(text, problem),
      livekit: problem.livekit ? { by: problem.livekit.by, text: quotedText(problem.livekit) } : null,
      fixes: problem.fixes.map(({ title }) => title),
    }));
  return { version, problems };
}
