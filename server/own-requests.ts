/** The requests of `messages.ts` about a document. */
import type { Problem } from "../core/problem.ts";
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
  type MetadataList,
  type MetadataParams,
} from "./messages.ts";
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
  requests.onLate<MetadataParams, MetadataList | null>(METADATA, null, ({ listMetadata }) => listMetadata);
  requests.onLate<MetadataEditParams, MetadataEditAnswer | null>(
    METADATA_EDIT,
    null,
    ({ editMetadata }) => editMetadata,
  );
  requests.onLate<ConvertParams, ConvertAnswer | null>(CONVERT, null, ({ convert }) => convert);
  requests.onLate<ExplainParams, ExplainAnswer | null>(
    EXPLAIN,
    null,
    ({ explain }) =>
      (reading, document, params) =>
        explain([...reading.fixable, ...beside(document)], document, params),
  );
}
