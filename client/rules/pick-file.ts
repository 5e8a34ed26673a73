/** A choice among the rule files of the workspace. */
import * as vscode from "vscode";
import { isRuleFile, RULE_FILE_PATTERNS, SKIPPED_FOLDERS } from "../../core/rules/file-patterns.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import type { DeployedState } from "../deployed/load.ts";
import { readFile } from "../explorer/files/file-state.ts";
import { matchRule } from "../explorer/files/match-rule.ts";
import { findFiles } from "../language/find-files.ts";

const RULE_FILES = {
  include: `{${RULE_FILE_PATTERNS.map(anywhere).join(",")}}`,
  exclude: "**/{node_modules,.git}/**",
  most: 2000,
  isWanted: ({ path }: vscode.Uri): boolean => isRuleFile(path),
  skipped: SKIPPED_FOLDERS,
};
/** Of files that are looked into. */
const MOST_READ = 300;

interface Item extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

/**
 * @param about the rule that the file shall be about: those that are come first
 * @returns the only one that is about it without a question
 */
export async function pickFile(
  title: string,
  about?: { readonly rule: DeployedRule; readonly state: DeployedState },
): Promise<vscode.TextDocument | undefined> {
  const files = await findFiles(RULE_FILES);
  if (files.length === 0) {
    void vscode.window.showInformationMessage("There is no rule file in this workspace.");
    return undefined;
  }
  const matching = about ? await filesAbout(files, about.rule, about.state) : new Set<vscode.Uri>();
  const [only] = matching;
  if (only && matching.size === 1) return vscode.workspace.openTextDocument(only);
  const items = files
    .map((uri): Item => ({
      uri,
      label: vscode.workspace.asRelativePath(uri),
      ...(matching.has(uri) && { description: "about this rule" }),
    }))
    .sort(
      (a, b) => Number(matching.has(b.uri)) - Number(matching.has(a.uri)) || (a.label < b.label ? -1 : 1),
    );
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: "Which file?" });
  return chosen && vscode.workspace.openTextDocument(chosen.uri);
}

/** As the view of rule files tells what belongs together. */
async function filesAbout(
  files: readonly vscode.Uri[],
  { id }: DeployedRule,
  state: DeployedState,
): Promise<ReadonlySet<vscode.Uri>> {
  const found = new Set<vscode.Uri>();
  for (const uri of files.slice(0, MOST_READ)) {
    const [inFile] = readFile(await textOf(uri)).rules;
    const match = inFile && matchRule(inFile, state);
    if (match?.kind === "matched" && match.deployed.deployed.id === id) found.add(uri);
  }
  return found;
}

/** What cannot be read is about nothing. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return "";
  }
}

function anywhere(pattern: string): string {
  return pattern.startsWith("**/") ? pattern : `**/${pattern}`;
}
