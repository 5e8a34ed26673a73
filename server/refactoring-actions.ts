/** Refactorings of `core` as code actions. */
import type { CodeAction } from "vscode-languageserver";
import { refactorings } from "../core/features/refactorings.ts";
import type { Edit, Fix, Range } from "../core/problem.ts";
import type { ClientSupport } from "./client-support.ts";
import type { OpenDocument } from "./documents.ts";
import type { Reading } from "./readings.ts";
import { newFileEdit, workspaceEdit } from "./workspace-edit.ts";

/** @param offered fixes at the same place: what one of them does is not offered once more under another title */
export function refactoringActions(
  { file }: Reading,
  document: OpenDocument,
  place: Range,
  client: ClientSupport,
  offered: readonly Fix[],
): CodeAction[] {
  const fixed = new Set(offered.map((fix) => deed(fix.edits)));
  const actions: CodeAction[] = [];
  for (const { title, kind, edits, newFile } of refactorings(file, place)) {
    if (!newFile && fixed.has(deed(edits))) continue;
    if (!newFile) actions.push({ title, kind, edit: workspaceEdit(document, edits, client) });
    else if (client.createsFiles) {
      const uri = beside(document.uri, newFile.name);
      if (uri !== undefined) actions.push({ title, kind, edit: newFileEdit(uri, newFile.text) });
    }
  }
  return actions;
}

/** What edits do, whatever white space they lay it out with. */
function deed(edits: readonly Edit[]): string {
  return JSON.stringify(edits.map(({ start, end, newText }) => [start, end, newText.replaceAll(/\s+/g, "")]));
}

/** The address of a file in the same folder; an unsaved document lies in none. */
function beside(uri: string, name: string): string | undefined {
  const slash = uri.lastIndexOf("/");
  if (slash < 0 || uri.startsWith("untitled:")) return undefined;
  return `${uri.slice(0, slash + 1)}${encodeURIComponent(name)}`;
}
