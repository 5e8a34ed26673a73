/** What can be done at a place: a fix for each problem, all of one kind, all that are safe, and refactorings. */
import type { CodeAction, CodeActionParams, Diagnostic } from "vscode-languageserver";
import { checks } from "../core/checks/index.generated.ts";
import { pictureCheckTitles } from "../core/picture/checks/titles.generated.ts";
import type { Fix, Problem } from "../core/problem.ts";
import type { ClientSupport } from "./client-support.ts";
import { EXTRACT, FIX_ALL, QUICK_FIX, REWRITE } from "./code-action-kinds.ts";
import { SOURCE, toDiagnostic } from "./diagnostics.ts";
import type { OpenDocument } from "./documents.ts";
import { safeEdits } from "./fix-all.ts";
import { toOffsets } from "./positions.ts";
import type { Reading } from "./readings.ts";
import { refactoringActions } from "./refactoring-actions.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** `CodeActionTriggerKind`: nobody asked, the cursor only came by. */
const AUTOMATIC = 2;

const TITLES: ReadonlyMap<string, string> = new Map([
  ...checks.map(({ code, title }) => [code, title] as const),
  ...Object.entries(pictureCheckTitles),
]);

/**
 * The problems are those of the document's present version, whatever version the client's diagnostics are of.
 * @param beside those that it has beside other files
 */
export function codeActions(
  reading: Reading,
  document: OpenDocument,
  { range, context }: CodeActionParams,
  client: ClientSupport,
  beside: readonly Problem[],
): CodeAction[] {
  if (!client.codeActions) return [];
  const wants = (kind: string): boolean => !context.only || context.only.some((only) => isWithin(kind, only));
  const place = toOffsets(document.text, range);
  const actions: CodeAction[] = [];
  const offered: Fix[] = [];
  if (wants(QUICK_FIX))
    offered.push(
      ...addFixes(actions, [...reading.fixable, ...beside], document, place, context.diagnostics, client),
    );
  if (wants(FIX_ALL)) {
    const edits = safeEdits(reading.fixable);
    const title = "Apply all safe fixes";
    if (edits.length > 0)
      actions.push({ title, kind: FIX_ALL, edit: workspaceEdit(document, edits, client) });
  }
  if (document.isLarge && context.triggerKind === AUTOMATIC) return actions;
  if (wants(REWRITE) || wants(EXTRACT))
    actions.push(
      ...refactoringActions(reading, document, place, client, offered).filter(({ kind }) =>
        wants(kind ?? ""),
      ),
    );
  return actions;
}

/** @returns the fixes that it has added */
function addFixes(
  actions: CodeAction[],
  fixable: readonly Problem[],
  document: OpenDocument,
  { start, end }: { readonly start: number; readonly end: number },
  shown: readonly Diagnostic[],
  client: ClientSupport,
): Fix[] {
  const ours = shown
    .filter(({ source }) => source === SOURCE)
    .map((diagnostic) => ({ diagnostic, ...toOffsets(document.text, diagnostic.range) }));
  const codes = new Set<string>();
  const offered: Fix[] = [];
  for (const problem of fixable) {
    const known = ours.find(
      (each) =>
        each.diagnostic.code === problem.code && each.start === problem.start && each.end === problem.end,
    );
    if (!known && (problem.end < start || problem.start > end)) continue;
    const { fixes } = problem;
    const diagnostics = [known?.diagnostic ?? toDiagnostic(document, problem, client)];
    const preferred = client.preferredActions ? fixes.find((fix) => fix.isSafe) : undefined;
    offered.push(...fixes);
    for (const fix of fixes) actions.push(fixAction(document, fix, diagnostics, fix === preferred, client));
    if (fixes[0]?.isSafe) codes.add(problem.code);
  }
  for (const code of codes) addFixOfAll(actions, code, fixable, document, client);
  return offered;
}

function fixAction(
  document: OpenDocument,
  { title, edits }: Fix,
  diagnostics: Diagnostic[],
  isPreferred: boolean,
  client: ClientSupport,
): CodeAction {
  return {
    title,
    kind: QUICK_FIX,
    diagnostics,
    ...(isPreferred && { isPreferred }),
    edit: workspaceEdit(document, edits, client),
  };
}

function addFixOfAll(
  actions: CodeAction[],
  code: string,
  problems: readonly Problem[],
  document: OpenDocument,
  client: ClientSupport,
): void {
  const same = problems.filter((problem) => problem.code === code && problem.fixes[0]?.isSafe);
  if (same.length < 2) return;
  const title = `Fix all: ${TITLES.get(code) ?? code} (${same.length})`;
  actions.push({ title, kind: QUICK_FIX, edit: workspaceEdit(document, safeEdits(same), client) });
}

/** Whether a kind is `wanted` or below it: `source.fixAll.livekitDispatch` is below `source`. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);
}
