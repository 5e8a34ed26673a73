/** Documents in the editor, and what the editor shows about them. */
import * as vscode from "vscode";
import { checkDocument } from "../../../core/check-document.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { pictureChecks } from "../../../core/picture/checks/index.generated.ts";
import type { Severity } from "../../../core/problem.ts";
import type { Target } from "../../../core/rules/targets.ts";
import { present } from "./expect.ts";

export const LANGUAGE = "livekit-dispatch-rule";
export const SOURCE = "livekit-dispatch";
const BESIDE_OTHERS: ReadonlySet<string> = new Set(pictureChecks.map(({ code }) => code));

export function workspaceUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.Uri.joinPath(present(folder, "a workspace folder").uri, path);
}

/** A new file of the workspace in an editor. */
export async function openFile(path: string, text: string): Promise<vscode.TextEditor> {
  const uri = workspaceUri(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(uri, { preview: false });
}

export async function replaceText({ document }: vscode.TextEditor, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, document.validateRange(all), text);
  await vscode.workspace.applyEdit(edit);
}

/**
 * What is wrong with a file by itself, a line of text each: `error rule-kinds at 1:23-1:40`. All tests share one
 * workspace, so that beside each other most of their files would be wrong as well.
 */
export function shownProblems(document: vscode.TextDocument): string[] {
  return problemsIn(document)
    .filter(({ code }) => !BESIDE_OTHERS.has(code))
    .map(({ line }) => line);
}

/** The codes of what is wrong with a file beside the others. */
export function shownBesideOthers(document: vscode.TextDocument): string[] {
  return problemsIn(document)
    .map(({ code }) => code)
    .filter((code) => BESIDE_OTHERS.has(code));
}

function problemsIn(document: vscode.TextDocument): { code: string; line: string }[] {
  return vscode.languages.getDiagnostics(document.uri).map(({ severity, code, range, source }) => {
    const value = String(typeof code === "object" ? code.value : (code ?? ""));
    const name = source === SOURCE ? value : `of ${source}`;
    return { code: name, line: line(SEVERITY_NAMES[severity], name, range) };
  });
}

/** What `core` says about the same text. */
export function expectedProblems(document: vscode.TextDocument, target: Target = "auto"): string[] {
  return checkDocument(readRuleDocument(document.getText(), target)).map(({ severity, code, start, end }) =>
    line(severity, code, new vscode.Range(document.positionAt(start), document.positionAt(end))),
  );
}

const SEVERITY_NAMES: readonly Severity[] = ["error", "warning", "info", "hint"];

function line(severity: Severity | undefined, code: string, { start, end }: vscode.Range): string {
  const place = ({ line, character }: vscode.Position) => `${line + 1}:${character + 1}`;
  return `${severity} ${code} at ${place(start)}-${place(end)}`;
}
