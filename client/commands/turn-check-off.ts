/** Turns a check off in the settings, and offers that and its explanation wherever it has found something. */
import * as vscode from "vscode";
import { LANGUAGE_ID } from "../language/rule-files.ts";
import { defineCommand } from "./command.ts";

/** How the language server signs its diagnostics. */
const SOURCE = "livekit-dispatch";
const ID = "livekitDispatch.turnCheckOff";

interface Request {
  /** The check's. */
  readonly code: string;
  readonly where: "workspace" | "everywhere";
}

type Levels = Readonly<Record<string, unknown>>;

export const turnCheckOff = defineCommand({
  id: ID,

  /** @param argument a `Request`; there is nothing to turn off without one */
  async run(_, argument) {
    if (!isRequest(argument)) return;
    const { code, where } = argument;
    const before = levelsAt(where)[code];
    if (!(await setLevel(argument, "off"))) return;
    void offerUndo(argument, before); // the command is done, whenever that is answered
  },
});

async function offerUndo(request: Request, before: unknown): Promise<void> {
  const answer = await vscode.window.showInformationMessage(wordsFor(request), "Undo");
  if (answer === "Undo") await setLevel(request, before);
}

/** One of what the user has set: settings of the workspace win over it. */
function wordsFor({ code, where }: Request): string {
  const level = where === "everywhere" ? levelsAt("workspace")[code] : undefined;
  if (level !== undefined && level !== "off")
    return `"${code}" is off in your settings, but this workspace's settings have it as ${JSON.stringify(level)}.`;
  return `"${code}" is off ${where === "everywhere" ? "everywhere" : "in this workspace"}.`;
}

function levelsAt(where: Request["where"]): Levels {
  const present = vscode.workspace.getConfiguration("livekitDispatch").inspect<unknown>("checks");
  const levels = where === "everywhere" ? present?.globalValue : present?.workspaceValue;
  return typeof levels === "object" && levels !== null ? (levels as Levels) : {};
}

/** @param level `undefined` takes the check out of the settings */
async function setLevel({ code, where }: Request, level: unknown): Promise<boolean> {
  const others = Object.entries(levelsAt(where)).filter(([name]) => name !== code);
  const entries = level === undefined ? others : [...others, [code, level] as const];
  const target =
    where === "everywhere" ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  try {
    const levels = entries.length > 0 ? Object.fromEntries(entries) : undefined;
    await vscode.workspace.getConfiguration("livekitDispatch").update("checks", levels, target);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`The settings could not be written. ${reason}`);
    return false;
  }
}

function isRequest(value: unknown): value is Request {
  const { code, where } = (value ?? {}) as Partial<Record<keyof Request, unknown>>;
  return typeof code === "string" && (where === "workspace" || where === "everywhere");
}

/** Behind the fixes: those say which problem they solve, which puts them first. */
export function offerCheckActions(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: LANGUAGE_ID },
    { provideCodeActions: (_document, _range, { diagnostics }) => codesOf(diagnostics).flatMap(actionsFor) },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function codesOf(diagnostics: readonly vscode.Diagnostic[]): string[] {
  const ours = diagnostics.filter(({ source, code }) => source === SOURCE && code !== undefined);
  return [...new Set(ours.map(({ code }) => String(typeof code === "object" ? code.value : code)))];
}

function actionsFor(code: string): vscode.CodeAction[] {
  const actions = [action(`Explain "${code}"`, "livekitDispatch.explainCheck", code)];
  const offer = (title: string, where: Request["where"]) =>
    actions.push(action(title, ID, { code, where } satisfies Request));
  if (vscode.workspace.workspaceFolders) offer(`Turn "${code}" off in this workspace`, "workspace");
  offer(`Turn "${code}" off everywhere`, "everywhere");
  return actions;
}

function action(title: string, command: string, argument: string | Request): vscode.CodeAction {
  const offered = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  offered.command = { title, command, arguments: [argument] };
  return offered;
}
