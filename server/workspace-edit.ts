/** Edits of `core` as edits that the client applies in one step. */
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Edit } from "../core/problem.ts";
import type { ClientSupport } from "./client-support.ts";
import type { OpenDocument } from "./documents.ts";
import { toTextEdit } from "./positions.ts";

/** The client refuses an edit of a version that it has no longer, where it can tell. */
export function workspaceEdit(
  document: OpenDocument,
  edits: readonly Edit[],
  client: ClientSupport,
): WorkspaceEdit {
  const { uri, version, text } = document;
  const textEdits = edits.map((edit) => toTextEdit(text, edit));
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** A new file; where one of this name is already, the client refuses the whole edit and nothing is lost. */
export function newFileEdit(uri: string, text: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  const create: CreateFile = { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } };
  const content: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: text }],
  };
  return { documentChanges: [create, content] };
}
