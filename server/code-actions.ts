/** What can be done about problems: a fix each, all of one kind, all that are safe. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { checks } from "../core/checks/index.generated.ts";
import type { Edit, Fix, Problem } from "../core/problem.ts";
import type { ClientSupport } from "./client-support.ts";
import { SOURCE, toDiagnostic } from "./diagnostics.ts";
import type { OpenDocument } from "./documents.ts";
import { safeEdits } from "./fix-all.ts";
import { toOffsets, toProtocolRange } from "./positions.ts";

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.livekitDispatch`;
export const CODE_ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL];

const TITLES: ReadonlyMap<string, string> = new Map(checks.map(({ code, title }) => [code, title]));

/** @param problems those of the document's present version, whatever version the client's diagnostics are of */
export function codeActions(
  document: OpenDocument,
  problems: readonly Problem[],
  { range, context }: CodeActionParams,
  client: ClientSupport,
): CodeAction[] {
  if (!client.codeActions) return [];
  const wants = (kind: string) => !context.only || context.only.some((only) => isWithin(kind, only));
  const edit = (edits: readonly Edit[]) => workspaceEdit(document, edits, client);
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const { start, end } = toOffsets(document.text, range);
    const codes = new Set<string>();
    for (const problem of problems) {
      const known = shownAs(document, problem, context);
      if (!known && (problem.end < start || problem.start > end)) continue;
      const diagnostics = [known ?? toDiagnostic(document, problem, client)];
      const preferred = problem.fixes.find((fix) => fix.isSafe);
      const isPreferred = (fix: Fix) => client.preferredActions && fix === preferred;
      for (const fix of problem.fixes)
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          ...(isPreferred(fix) && { isPreferred: true }),
          edit: edit(fix.edits),
        });
      if (problem.fixes[0]?.isSafe) codes.add(problem.code);
    }
    for (const code of codes) actions.push(...fixAllOf(code, problems, edit));
  }
  if (wants(FIX_ALL)) {
    const edits = safeEdits(problems);
    if (edits.length > 0) actions.push({ title: "Apply all safe fixes", kind: FIX_ALL, edit: edit(edits) });
  }
  return actions;
}

function fixAllOf(
  code: string,
  problems: readonly Problem[],
  edit: (edits: readonly Edit[]) => WorkspaceEdit,
) {
  const fixable = problems.filter((problem) => problem.code === code && problem.fixes[0]?.isSafe);
  if (fixable.length < 2) return [];
  const title = `Fix all: ${TITLES.get(code) ?? code} (${fixable.length})`;
  return [{ title, kind: CodeActionKind.QuickFix, edit: edit(safeEdits(fixable)) }];
}

/** The client's own diagnostic for this problem, if the action was asked for it. */
function shownAs(
  { text }: OpenDocument,
  problem: Problem,
  context: CodeActionContext,
): Diagnostic | undefined {
  return context.diagnostics.find((diagnostic) => {
    if (diagnostic.source !== SOURCE || diagnostic.code !== problem.code) return false;
    const { start, end } = toOffsets(text, diagnostic.range);
    return start === problem.start && end === problem.end;
  });
}

/** Whether a kind is `wanted` or below it: `source.fixAll.livekitDispatch` is below `source`. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** The client refuses an edit of a version that it has no longer, where it can tell. */
function workspaceEdit(document: OpenDocument, edits: readonly Edit[], client: ClientSupport): WorkspaceEdit {
  const { uri, version, text } = document;
  const textEdits = edits.map((edit) => ({ range: toProtocolRange(text, edit), newText: edit.newText }));
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}
