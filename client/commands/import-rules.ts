/** Import Deployed Rules into files: safe names, and nothing that is there is overwritten. */
import * as vscode from "vscode";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import { meantRules, projectIn } from "../rules/command-subject.ts";
import { deployedState } from "../rules/deployed-state.ts";
import type { Connected } from "../rules/flows/person.ts";
import { chooseFolder } from "../rules/new-file.ts";
import { pickRules } from "../rules/pick-rule.ts";
import { IMPORT_FORMS, importFiles, type ImportForm } from "../rules/rule-texts.ts";
import { messageText } from "../live/safe-text.ts";
import { count } from "../rules/words.ts";
import { defineCommand, type Services } from "./command.ts";

const WORDS: Readonly<Record<ImportForm, { readonly label: string; readonly detail: string }>> = {
  bare: { label: "The rules themselves, with their ids", detail: "To edit, to compare and to update from." },
  wrapped: { label: "Create requests", detail: "To make the same rules in another project." },
  update: {
    label: "Update requests of the API",
    detail: "Each with the id of its rule and the rule to replace it by.",
  },
  list: { label: "One file with all of them", detail: "As lk sip dispatch list --json prints it." },
};

export const importRules = defineCommand({
  id: "livekitDispatch.importRules",

  async run(services, argument, selection) {
    const meant = meantRules(services, argument, selection);
    const projectId = meant[0]?.projectId ?? projectIn(argument);
    const project = await services.rules.project(projectId);
    if (!project) return;
    const ids = meant.filter((rule) => rule.projectId === project.entry.id).map(({ ruleId }) => ruleId);
    const rules = await chosenRules(services, project, ids);
    if (rules.length === 0) return;
    const items = IMPORT_FORMS.map((form) => ({ form, ...WORDS[form] }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: `Import ${count(rules.length, "rule")} from "${messageText(project.entry.name)}"`,
      placeHolder: "As what?",
    });
    const folder = chosen && (await targetFolder());
    if (folder) await write(rules, chosen.form, folder);
  },
});

async function chosenRules(
  services: Services,
  project: Connected,
  meant: readonly string[],
): Promise<readonly DeployedRule[]> {
  const state = await deployedState(services, project);
  if (!state) return [];
  if (meant.length === 0) return pickRules(state, project, "Import Which Rules?");
  const wanted = new Set(meant);
  return state.rules.filter(({ id }) => wanted.has(id));
}

/** A folder named like this makes rule files of whatever is in it. */
async function targetFolder(): Promise<vscode.Uri | undefined> {
  const root = await chooseFolder();
  if (!root) {
    if ((vscode.workspace.workspaceFolders?.length ?? 0) > 0) return undefined;
    const [chosen] =
      (await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        openLabel: "Import Here",
      })) ?? [];
    return chosen;
  }
  const path = await vscode.window.showInputBox({
    title: "Import Dispatch Rules",
    prompt: `Folder in ${vscode.workspace.asRelativePath(root, true)}; it is made if it is not there`,
    value: "dispatch-rules",
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.split(/[/\\]/).includes("..") ? "A folder inside of this one." : undefined,
  });
  return path === undefined ? undefined : vscode.Uri.joinPath(root, path);
}

async function write(rules: readonly DeployedRule[], form: ImportForm, folder: vscode.Uri): Promise<void> {
  const files = importFiles(rules, form, await namesIn(folder));
  const edit = new vscode.WorkspaceEdit();
  for (const { fileName, text } of files) {
    const contents = new TextEncoder().encode(text);
    // Refused as a whole where a file has come there meanwhile.
    edit.createFile(vscode.Uri.joinPath(folder, fileName), { overwrite: false, contents });
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage("The files could not be written. Nothing that was there is changed.");
    return;
  }
  const [first] = files;
  const where = vscode.workspace.asRelativePath(folder);
  const answer = await vscode.window.showInformationMessage(
    `Imported ${count(rules.length, "rule")} into ${messageText(where)}.`,
    "Open",
  );
  if (answer === "Open" && first)
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, first.fileName));
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch {
    return []; // it is not there yet
  }
}
