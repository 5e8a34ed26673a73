/** Offered wherever a check has found something: what it is about, and turning it off. */
import * as vscode from "vscode";
import { LANGUAGE_ID } from "../language/language-id.ts";
import type { Where } from "./level-place.ts";
import { pathIn } from "./level-place.ts";

/** How the language server signs its diagnostics. */
const SOURCE = "livekit-dispatch";

export const TURN_CHECK_OFF = "livekitDispatch.turnCheckOff";

/** What that command is called with. */
export interface TurnOff {
  /** The check's. */
  readonly code: string;
  readonly where: Where;
  /** Address of the document in which the check spoke. */
  readonly uri?: string;
}

/** Behind the fixes: those say which problem they solve, which puts them first. */
export function offerCheckActions(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: LANGUAGE_ID },
    {
      provideCodeActions: ({ uri }, _range, { diagnostics }) =>
        codesOf(diagnostics).flatMap((code) => actionsFor(code, uri)),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function codesOf(diagnostics: readonly vscode.Diagnostic[]): string[] {
  const ours = diagnostics.filter(({ source, code }) => source === SOURCE && code !== undefined);
  return [...new Set(ours.map(({ code }) => String(typeof code === "object" ? code.value : code)))];
}

function actionsFor(code: string, uri: vscode.Uri): vscode.CodeAction[] {
  const actions = [action(`Explain "${code}"`, "livekitDispatch.explainCheck", code)];
  for (const [where, words] of placesFor(uri))
    actions.push(
      action(`Turn "${code}" off ${words}`, TURN_CHECK_OFF, {
        code,
        where,
        uri: uri.toString(),
      } satisfies TurnOff),
    );
  return actions;
}

/** An unsaved document lies in no folder, and without a workspace there are only the user's own settings. */
function placesFor(uri: vscode.Uri): [Where, words: string][] {
  const places: [Where, string][] = [];
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder) {
    places.push(["file", "in this file"]);
    const path = pathIn(folder.uri, uri);
    const slash = path.lastIndexOf("/");
    if (slash > 0) places.push(["folder", `in ${path.slice(0, slash + 1)}`]);
  }
  if (vscode.workspace.workspaceFolders) places.push(["workspace", "in this workspace"]);
  return [...places, ["everywhere", "everywhere"]];
}

function action(title: string, command: string, argument: string | TurnOff): vscode.CodeAction {
  const offered = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  offered.command = { title, command, arguments: [argument] };
  return offered;
}
