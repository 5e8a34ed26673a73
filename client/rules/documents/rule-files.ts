/** Deployed rules as files: what VS Code opens, reverts and saves when one is edited as a document. */
import * as vscode from "vscode";
import { DocumentFileSystem } from "../../documents/file-system.ts";
import { ruleFileText } from "../../../core/compare/rule-text.ts";
import { explain } from "../../../livekit/words/explain.ts";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import type { Deployed } from "../../deployed/deployed.ts";
import type { Projects } from "../../projects/projects.ts";
import { hasEnded, type Connected, type Ended } from "../flows/person.ts";
import type { RuleFlows } from "../rule-flows.ts";
import { messageText } from "../../live/safe-text.ts";
import { projectTitle } from "../words.ts";
import { AskedSaves, OpenRules, type OpenRule } from "./open-rules.ts";
import { NotSaved, notSaved } from "./not-saved.ts";
import { RULE_SCHEME, rulePlace, type RulePlace } from "./rule-address.ts";
import { tellUnsaved } from "./unsaved-message.ts";

/**
 * VS Code shows this once: a document that it could not save is not saved by itself again before the person saves it
 * (vs/workbench/services/textfile/common/textFileEditorModel.ts, `save`). The text stays, and is backed up.
 */
const NOT_ASKED =
  "This rule is deployed, and saving by itself sends nothing. Save it yourself (File: Save) to see what would change.";

export class RuleFiles extends DocumentFileSystem implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #open = new OpenRules(Date.now);
  readonly #asked = new AskedSaves();
  readonly #registered: vscode.Disposable;

  constructor(
    private readonly projects: Projects,
    private readonly deployed: Deployed,
    private readonly flows: RuleFlows,
  ) {
    super();
    this.#registered = vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider(RULE_SCHEME, this, { isCaseSensitive: true }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        // A change of language also closes a document, which is still there.
        if (!documentAt(uri)) this.#open.close(uri.toString());
      }),
      // Automatic saving says so. Where VS Code says nothing (a save without participants) nobody can tell.
      vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
        if (uri.scheme === RULE_SCHEME)
          this.#asked.note(uri.toString(), reason === vscode.TextDocumentSaveReason.Manual);
      }),
      deployed.onDidChange((projectId) => this.#noteDeployed(projectId)),
    );
  }

  /** The same as long as nothing was read anew: VS Code would refuse to save by itself, and could not say why. */
  async stat(address: vscode.Uri): Promise<vscode.FileStat> {
    const open = this.#open.get(address.toString()) ?? (await this.#read(address));
    const size = new TextEncoder().encode(ruleFileText(open.base.text)).length;
    return { type: vscode.FileType.File, ctime: 0, mtime: open.mtime, size };
  }

  async readFile(address: vscode.Uri): Promise<Uint8Array> {
    const { base } = await this.#read(address);
    return new TextEncoder().encode(ruleFileText(base.text));
  }

  async writeFile(address: vscode.Uri, content: Uint8Array): Promise<void> {
    if (!this.#asked.take(address.toString())) throw new NotSaved(NOT_ASKED);
    const place = placeIn(address);
    const project = await this.#connect(place);
    const open = this.#open.get(address.toString());
    if (this.#open.isFromElsewhere(address.toString(), project.entry))
      throw new NotSaved(elsewhereWords(project));
    const text = new TextDecoder().decode(content);
    const result = await this.flows.update(
      {
        text,
        ruleId: place.ruleId,
        // Text that VS Code kept over a restart: nobody knows what it began with, so the question says what differs.
        ...(open && { base: open.base.text }),
        look: async (rule) => {
          const about = { file: address.toString(), ...place };
          await this.flows.comparisons.show(titled(rule), { text, title: "your text" }, about);
        },
      },
      project,
    );
    if (!result) throw new NotSaved("an update of this rule is under way already");
    if (hasEnded(result)) throw this.#notSaved(address, text, result, project);
    const stored = result.kind === "same" ? result.rule : result.after;
    this.#open.show(address.toString(), stored, project.entry);
  }

  /** The text stays in the editor, unsaved: nothing is lost. */
  #notSaved(address: vscode.Uri, text: string, ended: Ended, project: Connected): Error {
    void tellUnsaved(address, text, ended, project, this.flows, {
      overwriteNext: (base) => this.#open.overwriteNext(address.toString(), base),
    });
    return notSaved(ended, project);
  }

  async #read(address: vscode.Uri): Promise<OpenRule> {
    const place = placeIn(address);
    const { client, entry } = await this.#connect(place);
    const outcome = await client.rules.get(place.ruleId);
    const key = address.toString();
    if (!outcome.ok) {
      if (outcome.failure.kind === "notFound") throw vscode.FileSystemError.FileNotFound(address);
      throw vscode.FileSystemError.Unavailable(
        messageText(explain(outcome.failure, client.target).text, 500),
      );
    }
    // While somebody edits, a read is VS Code comparing: what the edit began with stays what it was.
    const open = this.#open.get(key);
    if (open && documentAt(address)?.isDirty === true) return { ...open, base: outcome.value };
    return this.#open.show(key, outcome.value, entry);
  }

  async #connect({ projectId }: RulePlace): Promise<Connected> {
    const project = await this.projects.connect(projectId);
    if (project) return project;
    throw vscode.FileSystemError.Unavailable(
      "The project of this rule is not known any more: add it again, or choose another one.",
    );
  }

  /** What somebody else has changed is shown, unless the person is editing: then saving tells. */
  #noteDeployed(projectId: string): void {
    const load = this.deployed.get(projectId);
    if (load.kind !== "ready") return;
    const changes = this.#open.note(load.value.rules, (address) => {
      const uri = vscode.Uri.parse(address, true);
      return rulePlace(uri)?.projectId === projectId && documentAt(uri)?.isDirty !== true;
    });
    if (changes.length === 0) return;
    const { Changed, Deleted } = vscode.FileChangeType;
    this.#changed.fire(
      changes.map(({ address, change }) => ({
        type: change === "deleted" ? Deleted : Changed,
        uri: vscode.Uri.parse(address, true),
      })),
    );
  }

  dispose(): void {
    this.#registered.dispose();
    this.#changed.dispose();
  }
}

function elsewhereWords({ entry }: Connected): string {
  return `This rule was read from another server than the one that ${projectTitle(entry)} points to now. Nothing was sent, and your text is still here: save it as a file, or point the project back.`;
}

function titled({ id, name, text }: DeployedRule): { readonly text: string; readonly title: string } {
  return { text, title: `${name === "" ? id : name} (deployed)` };
}

function placeIn(address: vscode.Uri): RulePlace {
  const place = rulePlace(address);
  if (place) return place;
  throw vscode.FileSystemError.FileNotFound(address);
}

function documentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
