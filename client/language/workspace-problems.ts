/** Problems of files that are not open: those of files that somebody gave another language are left out. */
import type { Uri } from "vscode";
import type { Middleware, vsdiag } from "vscode-languageclient";
import { LANGUAGE_ID } from "./language-id.ts";

/** @param languageOf the language of an open document; `undefined` where none is open */
export function ofOurFiles(
  languageOf: (uri: Uri) => string | undefined,
): NonNullable<Middleware["provideWorkspaceDiagnostics"]> {
  const isForeign = (uri: Uri) => (languageOf(uri) ?? LANGUAGE_ID) !== LANGUAGE_ID;
  const ours = (
    report: vsdiag.WorkspaceDocumentDiagnosticReport,
  ): vsdiag.WorkspaceDocumentDiagnosticReport =>
    "items" in report && isForeign(report.uri) ? { ...report, items: [] } : report;
  return (resultIds, token, report, next) =>
    next(resultIds, token, (chunk) => report(chunk && { items: chunk.items.map(ours) }));
}
