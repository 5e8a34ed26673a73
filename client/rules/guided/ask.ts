/** One question of the guided flow in VS Code's own inputs, with Back, a check at every key and the room in view. */
import * as vscode from "vscode";
import { draftText } from "./draft.ts";
import type { GuidedFlow } from "./guided-flow.ts";
import { questionLine } from "./questions.ts";
import { STEP_TITLES, type Choice, type Question } from "./steps.ts";

export type Answer =
  | { readonly kind: "answer"; readonly value: string | readonly string[] }
  /** With what stood in the field. */
  | { readonly kind: "back"; readonly value: string | readonly string[] }
  | { readonly kind: "cancel"; readonly value: string | readonly string[] };

/** Where Alt+Left goes back, as it does on Windows everywhere. */
const CAN_GO_BACK = "livekitDispatch.canGoBack";

interface Item extends vscode.QuickPickItem {
  readonly value: string;
}

/** @param show the JSON as it would be with what stands in the field now */
export function ask(flow: GuidedFlow, show: (json: string) => void): Promise<Answer> {
  const { question } = flow;
  if (question.sort === "text" && (question.choices?.length ?? 0) === 0) return askText(flow, question, show);
  return askChoice(flow, question, show);
}

function askText(
  flow: GuidedFlow,
  question: Extract<Question, { sort: "text" }>,
  show: (json: string) => void,
): Promise<Answer> {
  const input = vscode.window.createInputBox();
  input.placeholder = question.placeholder;
  input.value = question.value;
  const update = (): void => {
    const draft = flow.preview(input.value);
    show(draftText(draft));
    input.prompt = questionLine(flow.step, question, draft);
    input.validationMessage = messageFor(flow, question, input.value);
  };
  return run(
    flow,
    input,
    () => input.value,
    (listen) => {
      listen(input.onDidChangeValue(update));
      update();
      return (settle) =>
        input.onDidAccept(() => {
          const why = flow.objection(input.value);
          if (why === undefined) settle({ kind: "answer", value: input.value });
          else input.validationMessage = why;
        });
    },
  );
}

function askChoice(flow: GuidedFlow, question: Question, show: (json: string) => void): Promise<Answer> {
  const input = vscode.window.createQuickPick<Item>();
  input.canSelectMany = question.sort === "several";
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  const typed = question.sort === "text" ? question.value : "";
  const items = (question.choices ?? []).map(toItem);
  input.items = items;
  input.placeholder = question.prompt;
  if (question.sort === "one") input.activeItems = items.filter(({ value }) => value === question.chosen);
  if (question.sort === "several")
    input.selectedItems = items.filter(({ value }) => question.chosen.includes(value));
  if (question.sort === "text") input.value = typed;
  const value = (): string | readonly string[] => {
    if (question.sort === "several") return input.selectedItems.map((item) => item.value);
    return input.activeItems[0]?.value ?? (question.sort === "text" ? input.value : "");
  };
  const update = (): void => {
    const draft = flow.preview(value());
    show(draftText(draft));
    input.title = titled(flow.listTitle(value()));
  };
  /** What is typed is an offer as well, and so is none. */
  const offerTyped = (): void => {
    if (question.sort !== "text") return;
    const text = input.value.trim();
    const why = text === "" ? undefined : flow.objection(text);
    const own: Item =
      text === ""
        ? { value: "", label: "None", alwaysShow: true }
        : { value: text, label: text, description: why ?? "as typed", alwaysShow: true };
    input.items = text !== "" && items.some((item) => item.value === text) ? items : [own, ...items];
  };
  return run(flow, input, value, (listen) => {
    listen(input.onDidChangeActive(update));
    listen(input.onDidChangeSelection(update));
    listen(input.onDidChangeValue(offerTyped));
    offerTyped();
    update();
    return (settle) =>
      input.onDidAccept(() => {
        const answer = value();
        if (typeof answer !== "string" || flow.objection(answer) === undefined)
          settle({ kind: "answer", value: answer });
      });
  });
}

/** It stands where the question stood, so that a notice brings the question along. */
function messageFor(
  flow: GuidedFlow,
  { prompt }: Question,
  typed: string,
): string | vscode.InputBoxValidationMessage | undefined {
  const why = typed === "" ? undefined : flow.objection(typed);
  if (why !== undefined) return why;
  const notice = flow.notice(typed);
  if (notice === undefined) return undefined;
  return { message: `${prompt}. ${notice}`, severity: vscode.InputBoxValidationSeverity.Info };
}

function titled(step: string): string {
  return `Create Dispatch Rule: ${step}`;
}

function toItem({ value, label, description, detail }: Choice): Item {
  // A label draws an icon for `$(name)`; what comes from a project is shown as it is.
  const plain = (text: string): string => text.replaceAll("$(", "$ (");
  return {
    value,
    label: plain(label),
    ...(description !== undefined && { description: plain(description) }),
    ...(detail !== undefined && { detail: plain(detail) }),
  };
}

/** Shows an input until it is answered, left for the question before, or given up. */
function run(
  flow: GuidedFlow,
  input: vscode.InputBox | vscode.QuickPick<Item>,
  value: () => string | readonly string[],
  start: (
    listen: (listener: vscode.Disposable) => void,
  ) => (settle: (answer: Answer) => void) => vscode.Disposable,
): Promise<Answer> {
  input.title = titled(STEP_TITLES[flow.step]);
  input.step = flow.number;
  input.totalSteps = flow.total;
  // A look at another editor must not throw the answers away.
  input.ignoreFocusOut = true;
  const canGoBack = flow.canGoBack;
  void vscode.commands.executeCommand("setContext", CAN_GO_BACK, canGoBack);
  if (canGoBack) input.buttons = [vscode.QuickInputButtons.Back];
  const listeners: vscode.Disposable[] = [];
  return new Promise<Answer>((resolve) => {
    const settle = (answer: Answer): void => {
      resolve(answer);
      input.hide();
    };
    const accept = start((listener) => void listeners.push(listener));
    listeners.push(
      accept(settle),
      input.onDidTriggerButton(() => settle({ kind: "back", value: value() })),
      input.onDidHide(() => resolve({ kind: "cancel", value: value() })),
    );
    input.show();
  }).finally(() => {
    void vscode.commands.executeCommand("setContext", CAN_GO_BACK, false);
    for (const listener of listeners) listener.dispose();
    input.dispose();
  });
}
