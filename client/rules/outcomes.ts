/** How a flow ended, as a message with the way on: where the rule is, Undo, what stands in the way. */
import * as vscode from "vscode";
import type { Failure } from "../../livekit/outcome.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import { explain } from "../../livekit/words/explain.ts";
import { tellBug } from "../live/tell-bug.ts";
import { BUTTONS, RETRY, SHOW_IN_EXPLORER } from "../live/buttons.ts";
import type { Explorer } from "../explorer/explorer.ts";
import { deletedWords, type Deleted } from "./flows/delete.ts";
import { failedWith, type Connected, type Ended } from "./flows/person.ts";
import type { Undone } from "./undo/undone.ts";
import { findUses, showUses } from "./uses.ts";
import { messageText } from "../live/safe-text.ts";
import { firstLines, projectTitle, ruleTitle } from "./words.ts";

const UNDO = "Undo";
const USES = "Go to the Old Id";
const MOST_PLACES = 4;

type Action = readonly [label: string, run: () => unknown];

export class Outcomes {
  constructor(
    private readonly output: vscode.LogOutputChannel,
    private readonly explorer: Explorer,
  ) {}

  /** @param undo `undefined` where that is not possible */
  async created(
    rule: DeployedRule,
    project: Connected,
    undo: (() => Promise<void>) | undefined,
  ): Promise<void> {
    await this.#say("info", `Created ${ruleTitle(rule)} in ${projectTitle(project.entry)}.`, [
      this.#show(rule, project),
      ...(undo ? [[UNDO, undo] as const] : []),
    ]);
  }

  async changed(
    verb: string,
    rule: DeployedRule,
    project: Connected,
    undo: () => Promise<void>,
  ): Promise<void> {
    await this.#say("info", `${verb} ${ruleTitle(rule)} in ${projectTitle(project.entry)}.`, [
      this.#show(rule, project),
      [UNDO, undo],
    ]);
  }

  async deleted(result: Deleted, project: Connected, undo: () => Promise<void>): Promise<void> {
    const words = `${deletedWords(result)} In ${projectTitle(project.entry)}.`;
    await this.#say(result.left.length > 0 ? "warning" : "info", words, [[UNDO, undo]]);
  }

  /** A rule that came back has a new id: whatever still has the old one is named. */
  async undone({ words, renewed }: Undone, project: Connected): Promise<void> {
    const [first] = renewed;
    const actions: Action[] = [];
    let used = "";
    if (first) {
      const uses = await findUses(renewed.map(({ oldId }) => oldId));
      const places = firstLines(
        uses.map(({ label }) => messageText(label)),
        MOST_PLACES,
      ).join(", ");
      used =
        uses.length > 0
          ? ` The old id still stands in ${places}.`
          : " The old id stands in no file of this workspace; other programs may use it.";
      actions.push(this.#show(first.rule, project));
      if (uses.length > 0) actions.push([USES, () => showUses(uses)]);
    }
    await this.#say("info", `${words} In ${projectTitle(project.entry)}.${used}`, actions);
  }

  /** @param document whose text the range of a refusal is about */
  async ended(ended: Ended, project: Connected, document?: vscode.TextDocument): Promise<void> {
    if (ended.kind === "cancelled") {
      void vscode.window.setStatusBarMessage(ended.words, 5000);
      return;
    }
    if (ended.kind === "refused") {
      const { range, rule } = ended;
      const actions: Action[] = [];
      if (range && document) actions.push(["Show the Place", () => showRange(document, range)]);
      if (rule) actions.push(["Open That Rule", () => openRule(project, rule)], this.#show(rule, project));
      await this.#say("warning", ended.words, actions);
      return;
    }
    this.output.warn(ended.words);
    await this.#say("error", ended.words, failureActions(ended.failure, ended.mayBeDone));
  }

  /** Something that is not needed did not come. */
  note(failure: Failure, { target }: Connected["client"]): void {
    const words = messageText(explain(failure, target).text, 700);
    this.output.warn(words);
    void vscode.window.showWarningMessage(`${words} You can go on without it.`);
  }

  async failed(failure: Failure, project: Connected): Promise<void> {
    await this.ended(failedWith(failure, project.client), project);
  }

  /** What was meant is not there any more. */
  async gone(rule: Pick<DeployedRule, "id" | "name">, { entry }: Connected): Promise<void> {
    const words = `The rule ${ruleTitle(rule)} is not deployed in ${projectTitle(entry)} any more.`;
    await this.#say("warning", words, [button("listRules")]);
  }

  async unopened(
    rule: Pick<DeployedRule, "id" | "name">,
    reason: string,
    retry: () => Promise<void>,
  ): Promise<void> {
    const words = `The rule ${ruleTitle(rule)} could not be opened. ${reason}`;
    this.output.warn(words);
    await this.#say("error", words, [[RETRY, retry], button("showOutput")]);
  }

  /** @param problem in sentences; absent where no project is set up anywhere */
  async noProject(problem: string | undefined): Promise<void> {
    await this.#say(
      "warning",
      problem === undefined ? "There is no LiveKit project yet." : messageText(problem, 400),
      [button("openDemoProject"), button("addProject"), button("selectProject")],
    );
  }

  #show({ id, name }: { readonly id: string; readonly name: string }, { entry }: Connected): Action {
    const target = { kind: "rule", projectId: entry.id, ruleId: id, name } as const;
    return [SHOW_IN_EXPLORER, () => this.explorer.reveal(target)];
  }

  async #say(
    severity: "info" | "warning" | "error",
    words: string,
    actions: readonly Action[],
  ): Promise<void> {
    const labels = actions.map(([label]) => label);
    const { showErrorMessage, showInformationMessage, showWarningMessage } = vscode.window;
    const show = { info: showInformationMessage, warning: showWarningMessage, error: showErrorMessage }[
      severity
    ];
    try {
      const answer = await show(words, ...labels);
      await actions.find(([label]) => label === answer)?.[1]();
    } catch (error) {
      // Nobody waits for these, so nobody else would hear of it.
      void tellBug(this.output, "A button of a message", error);
    }
  }
}

/** Retry is not among them where it might be done already: the person looks first. */
function failureActions(failure: Failure, mayBeDone: boolean): Action[] {
  const first = (): keyof typeof BUTTONS => {
    if (mayBeDone) return "listRules";
    if (failure.kind === "unauthorized" || failure.kind === "forbidden") return "selectProject";
    if (failure.kind === "notFound" || failure.kind === "conflict") return "listRules";
    return "testConnection";
  };
  return [button(first()), button("showOutput")];
}

function button(command: keyof typeof BUTTONS): Action {
  return [BUTTONS[command], () => vscode.commands.executeCommand(`livekitDispatch.${command}`)];
}

function openRule(
  { entry }: Connected,
  { id, name }: { readonly id: string; readonly name: string },
): Thenable<unknown> {
  const target = { kind: "rule", projectId: entry.id, ruleId: id, name };
  return vscode.commands.executeCommand("livekitDispatch.openRule", target);
}

async function showRange(
  document: vscode.TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<void> {
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, { selection });
}
