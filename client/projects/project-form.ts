/** Asks for a project, one question after the other, with a way back at each. */
import * as vscode from "vscode";
import { Secret } from "../../livekit/projects/secret.ts";
import type { OwnProject } from "./own-projects.ts";
import { addressProblem, addressWarning, keyProblem, nameProblem, secretProblem } from "./project-input.ts";

export interface Entered {
  readonly project: OwnProject;
  /** `undefined`: the one that is stored stays. */
  readonly secret: Secret | undefined;
}

interface Question {
  readonly prompt: string;
  readonly placeholder: string;
  readonly isSecret?: boolean;
  readonly problem: (text: string) => string | undefined;
  readonly warning?: (text: string) => string | undefined;
}

const BACK = Symbol("back");

/**
 * @param before the project that is to be changed
 * @param taken names that others have
 * @returns `undefined` when somebody gave up
 */
export async function askForProject(
  before: OwnProject | undefined,
  taken: readonly string[],
): Promise<Entered | undefined> {
  const title = before ? `Edit project "${before.name}"` : "Add a LiveKit project";
  const questions = questionsFor(before, taken);
  const answers = before ? [before.name, before.url, before.apiKey, ""] : ["", "", "", ""];
  for (let step = 0; step < questions.length;) {
    const answer = await ask(title, step, questions.length, questions[step]!, answers[step]!);
    if (answer === undefined) return undefined;
    if (answer === BACK) step--;
    else answers[step++] = answer;
  }
  const [name = "", url = "", apiKey = "", secret = ""] = answers.map((answer) => answer.trim());
  return { project: { name, url, apiKey }, secret: secret === "" ? undefined : new Secret(secret) };
}

function questionsFor(before: OwnProject | undefined, taken: readonly string[]): readonly Question[] {
  return [
    {
      prompt: "What should the project be called here?",
      placeholder: "prod",
      problem: (text) => nameProblem(text, taken),
    },
    {
      prompt: "The address of its LiveKit server",
      placeholder: "wss://my-project.livekit.cloud",
      problem: addressProblem,
      warning: addressWarning,
    },
    { prompt: "Its API key", placeholder: "APIxxxxxxxxxxxx", problem: keyProblem },
    {
      prompt: before
        ? "Its API secret; leave it empty to keep the one that is stored"
        : "Its API secret. It is kept in the secret storage of VS Code, on this computer",
      placeholder: "",
      isSecret: true,
      problem: (text) => secretProblem(text, before !== undefined),
    },
  ];
}

function ask(
  title: string,
  step: number,
  steps: number,
  { prompt, placeholder, isSecret = false, problem, warning }: Question,
  value: string,
): Promise<string | typeof BACK | undefined> {
  const box = vscode.window.createInputBox();
  Object.assign(box, { title, prompt, placeholder, value, password: isSecret, ignoreFocusOut: true });
  box.step = step + 1;
  box.totalSteps = steps;
  if (step > 0) box.buttons = [vscode.QuickInputButtons.Back];
  const show = (text: string): void => {
    // What is only not there yet is not shown as a mistake.
    const message = text === "" ? undefined : problem(text);
    const note = message === undefined ? warning?.(text) : undefined;
    if (message !== undefined)
      box.validationMessage = { message, severity: vscode.InputBoxValidationSeverity.Error };
    else if (note !== undefined)
      box.validationMessage = { message: note, severity: vscode.InputBoxValidationSeverity.Warning };
    else box.validationMessage = undefined;
  };
  return new Promise((resolve) => {
    box.onDidChangeValue(show);
    box.onDidTriggerButton(() => {
      resolve(BACK);
      box.hide();
    });
    box.onDidAccept(() => {
      const message = problem(box.value);
      if (message !== undefined) {
        box.validationMessage = { message, severity: vscode.InputBoxValidationSeverity.Error };
        return;
      }
      resolve(box.value);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    show(value);
    box.show();
  });
}
