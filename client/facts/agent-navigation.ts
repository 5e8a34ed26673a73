/**
 * From an agent in a rule file to the code that registers it, to all that name it, and another name for it in all of
 * them. Offered in rule files; code has its own language's features.
 */
import * as vscode from "vscode";
import { languageOfFile, registeredNames } from "../../core/agents/registered-names.ts";
import { LANGUAGE_ID } from "../language/language-id.ts";
import { WorkspaceFiles } from "../explorer/files/workspace-files.ts";
import type { AgentFiles } from "./agent-files.ts";
import { agentUseAt, agentUses, asJsonText, whyNoName, type AgentUse } from "./agent-uses.ts";

const RULE_FILES = { language: LANGUAGE_ID };

interface Place {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

export class AgentNavigation
  implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.RenameProvider, vscode.Disposable
{
  readonly #ruleFiles = new WorkspaceFiles();
  readonly #registrations: vscode.Disposable;

  constructor(private readonly agents: AgentFiles) {
    this.#registrations = vscode.Disposable.from(
      this.#ruleFiles,
      vscode.languages.registerDefinitionProvider(RULE_FILES, this),
      vscode.languages.registerReferenceProvider(RULE_FILES, this),
      vscode.languages.registerRenameProvider(RULE_FILES, this),
    );
  }

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Location[]> {
    const use = useAt(document, position);
    return use ? (await this.#inCode(use.name)).map(toLocation) : [];
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): Promise<vscode.Location[]> {
    const use = useAt(document, position);
    if (!use) return [];
    const code = includeDeclaration ? await this.#inCode(use.name) : [];
    return [...(await this.#inRuleFiles(document, use.name)), ...code].map(toLocation);
  }

  prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { range: vscode.Range; placeholder: string } {
    const use = useAt(document, position);
    if (!use) throw new Error("Only the name of an agent can be renamed here.");
    return { range: rangeOf(document, use), placeholder: use.name };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const use = useAt(document, position);
    if (!use) return undefined;
    const problem = whyNoName(newName);
    if (problem !== undefined) throw new Error(problem);
    const edit = new vscode.WorkspaceEdit();
    for (const { uri, range } of await this.#inRuleFiles(document, use.name))
      edit.replace(uri, range, asJsonText(newName));
    for (const { uri, range } of await this.#inCode(use.name)) edit.replace(uri, range, newName);
    return edit;
  }

  /** Where code has the name, as it is now: between its quotes. */
  async #inCode(name: string): Promise<Place[]> {
    const places: Place[] = [];
    for (const uri of await this.agents.filesWith(name)) {
      const document = await open(uri);
      const language = languageOfFile(uri.path);
      if (!document || !language) continue;
      for (const registered of registeredNames(document.getText(), language).names)
        if (registered.name === name) places.push({ uri, range: rangeOf(document, registered) });
    }
    return places;
  }

  async #inRuleFiles(here: vscode.TextDocument, name: string): Promise<Place[]> {
    const uris = new Map([[here.uri.toString(), here.uri]]);
    for (const { uri } of await this.#ruleFiles.list()) uris.set(uri.toString(), uri);
    const places: Place[] = [];
    for (const uri of uris.values()) {
      // Only the few that have it are opened: what is not saved counts, and an edit needs lines.
      const isNamed = agentUses(await textAt(uri)).some((use) => use.name === name);
      const document = isNamed ? await open(uri) : undefined;
      if (!document) continue;
      for (const use of agentUses(document.getText()))
        if (use.name === name) places.push({ uri, range: rangeOf(document, use) });
    }
    return places;
  }

  dispose(): void {
    this.#registrations.dispose();
  }
}

function useAt(document: vscode.TextDocument, position: vscode.Position): AgentUse | undefined {
  return agentUseAt(document.getText(), document.offsetAt(position));
}

function rangeOf(
  document: vscode.TextDocument,
  { start, end }: { start: number; end: number },
): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function toLocation({ uri, range }: Place): vscode.Location {
  return new vscode.Location(uri, range);
}

/** As it is in an editor, or on the disk; empty for a file that is gone. */
async function textAt(uri: vscode.Uri): Promise<string> {
  const address = uri.toString();
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === address);
  if (document) return document.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return "";
  }
}

/** With what is not saved yet; `undefined` for a file that is gone. */
async function open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
