/** What the commands, the documents and the lenses do with rules: the flows, with VS Code around them. */
import * as vscode from "vscode";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import type { Deployed } from "../deployed/deployed.ts";
import type { Explorer } from "../explorer/explorer.ts";
import type { Projects } from "../projects/projects.ts";
import { Comparisons } from "./comparisons.ts";
import { createFlow, type Creating } from "./flows/create.ts";
import { deleteFlow } from "./flows/delete.ts";
import { hasEnded, type Connected, type Ended } from "./flows/person.ts";
import { renameFlow } from "./flows/rename.ts";
import { Underway } from "./flows/underway.ts";
import { updateFlow, type Same, type Updated, type Updating } from "./flows/update.ts";
import { Outcomes } from "./outcomes.ts";
import { personInEditor } from "./person-in-editor.ts";
import { KeptAnswers } from "./guided/kept-answers.ts";
import { undoFlow } from "./undo/undo-flow.ts";
import { projectOfChange } from "./undo/undo-project.ts";
import { UndoLog, type UndoEntry } from "./undo/undo-log.ts";
import { undoStorage } from "./undo/undo-storage.ts";
import { LOST } from "./undo/undone.ts";
import { messageText } from "../live/safe-text.ts";

export class RuleFlows implements vscode.Disposable {
  readonly comparisons = new Comparisons();
  readonly outcomes: Outcomes;
  /** Of a guided flow that was left. */
  readonly kept = new KeptAnswers();
  readonly #undo: UndoLog;
  readonly #underway = new Underway();

  constructor(
    context: vscode.ExtensionContext,
    output: vscode.LogOutputChannel,
    private readonly projects: Projects,
    private readonly deployed: Deployed,
    explorer: Explorer,
  ) {
    this.#undo = new UndoLog(undoStorage(context), () => crypto.randomUUID());
    this.outcomes = new Outcomes(output, explorer);
  }

  /** A project, or the active one; whoever has none is told how to get one. */
  async project(id?: string): Promise<Connected | undefined> {
    const project = id === undefined ? await this.projects.active() : await this.projects.connect(id);
    if (project) return project;
    const problem = id === undefined ? this.projects.problem : "This project is not there any more.";
    await this.outcomes.noProject(problem);
    return undefined;
  }

  /**
   * @param document that the text comes from, for the place of what LiveKit refuses
   * @returns the rule, where it was created
   */
  async create(
    creating: Creating,
    project: Connected,
    document?: vscode.TextDocument,
  ): Promise<DeployedRule | undefined> {
    const key = `create ${project.entry.id} ${creating.text}`;
    const result = await this.#once(key, project, () => createFlow(creating, project, personInEditor));
    if (!result) return undefined;
    if (hasEnded(result)) {
      // The message may stand there for long: whoever has the text shows it meanwhile.
      void this.outcomes.ended(result, project, document);
      return undefined;
    }
    const noted = await this.#undo.noteCreated(project.entry, result.rule);
    // Of this change: the message may stand there until others were made.
    const undo = noted === undefined ? undefined : () => this.undo(noted);
    void this.outcomes.created(result.rule, project, undo);
    return result.rule;
  }

  /** Says nothing of what was refused or cancelled: that is for whoever asked. */
  async update(updating: Updating, project: Connected): Promise<Updated | Same | Ended | undefined> {
    const result = await this.#once(`change ${updating.ruleId}`, project, () =>
      updateFlow(updating, project, personInEditor, this.#undo.copiesFor(project.entry)),
    );
    if (result?.kind === "updated") await this.#updated(result, project, "Updated");
    return result;
  }

  async rename(ruleId: string, name: string, project: Connected): Promise<void> {
    const result = await this.#once(`change ${ruleId}`, project, () =>
      renameFlow({ ruleId, name }, project, personInEditor, this.#undo.copiesFor(project.entry)),
    );
    if (!result) return;
    if (hasEnded(result)) await this.outcomes.ended(result, project);
    else if (result.kind === "updated") await this.#updated(result, project, "Renamed");
  }

  async delete(ruleIds: readonly string[], project: Connected): Promise<void> {
    const deleting = { ruleIds, batch: crypto.randomUUID() };
    const result = await this.#once(`delete ${[...ruleIds].sort().join(" ")}`, project, () =>
      deleteFlow(deleting, project, personInEditor, this.#undo.copiesFor(project.entry)),
    );
    if (!result) return;
    if (hasEnded(result)) await this.outcomes.ended(result, project);
    else void this.outcomes.deleted(result, project, () => this.undo(result.batch));
  }

  /** @param key of a change or of a batch; otherwise the last change */
  async undo(key?: string): Promise<void> {
    const batch = this.#undo.batch(key);
    const [entry] = batch;
    if (!entry) {
      void vscode.window.showInformationMessage(
        key === undefined ? "You have changed no deployed rule yet." : "This was undone already.",
      );
      return;
    }
    const found = projectOfChange(entry, await this.projects.list());
    if ("problem" in found) return this.#offerToForget(batch, found.problem);
    const project = await this.project(found.id);
    if (!project) return;
    const result = await this.#once(`undo ${entry.batch}`, project, () =>
      undoFlow(batch, this.#undo, project, personInEditor),
    );
    if (!result) return;
    if (result === LOST) await this.#offerToForget(batch, LOST.words);
    else if (hasEnded(result)) await this.outcomes.ended(result, project);
    else await this.outcomes.undone(result, project);
  }

  /** It would stand before all older changes for ever. */
  async #offerToForget(batch: readonly UndoEntry[], problem: string): Promise<void> {
    const forget = "Forget This Change";
    const names = batch.map(({ ruleId, name }) => (name === "" ? ruleId : messageText(name))).join(", ");
    const words = `${problem} It was about ${names}. Forget it, and Undo takes back the one before.`;
    if ((await vscode.window.showWarningMessage(words, forget)) !== forget) return;
    await this.#undo.remove(batch.map(({ key }) => key));
  }

  /** With a project go the copies of its rules. */
  forgetProject(id: string): Promise<void> {
    return this.#undo.forgetProject(id);
  }

  async #updated(result: Updated, project: Connected, verb: string): Promise<void> {
    await this.#undo.noteUpdated(result.copy, result.before, result.after);
    void this.outcomes.changed(verb, result.after, project, () => this.undo(result.copy));
  }

  /** Sends nothing twice, and reads anew afterwards what is deployed where that may be something else now. */
  async #once<T extends { readonly kind: string }>(
    key: string,
    { entry }: Connected,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    const result = await this.#underway.run(key, work);
    if (result === undefined)
      void vscode.window.showInformationMessage("This is under way already: nothing is sent twice.");
    else if (mayHaveChanged(result)) void this.deployed.refresh(entry.id);
    return result;
  }

  dispose(): void {
    this.comparisons.dispose();
  }
}

function mayHaveChanged(result: { readonly kind: string }): boolean {
  if (!hasEnded(result)) return result.kind !== "same";
  return result.kind === "failed" || (result.kind === "refused" && result.because !== undefined);
}
