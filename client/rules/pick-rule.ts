/** A choice among the deployed rules of a project, by name, id, room, number or agent. */
import * as vscode from "vscode";
import type { DeployedState } from "../deployed/load.ts";
import { pictureOf, type RulePicture } from "../deployed/rule-picture.ts";
import { conditions, destination } from "../deployed/rule-words.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import type { Connected } from "./flows/person.ts";
import { BUTTONS } from "../live/buttons.ts";
import { messageText } from "../live/safe-text.ts";
import { takenItems } from "./taken-items.ts";

interface Item extends vscode.QuickPickItem {
  readonly rule: DeployedRule;
}

export async function pickRule(
  state: DeployedState,
  project: Connected,
  title: string,
): Promise<DeployedRule | undefined> {
  if (state.rules.length === 0) return offerToCreate(project);
  const chosen = await vscode.window.showQuickPick(itemsOf(state), options(title, project));
  return chosen?.rule;
}

export async function pickRules(
  state: DeployedState,
  project: Connected,
  title: string,
): Promise<readonly DeployedRule[]> {
  if (state.rules.length === 0) {
    await offerToCreate(project);
    return [];
  }
  const chosen = await pickSeveral(itemsOf(state), options(title, project));
  return chosen.map(({ rule }) => rule);
}

/** Unlike VS Code's own, takes the row that the keyboard is on where nothing is ticked. */
function pickSeveral(items: readonly Item[], options: vscode.QuickPickOptions): Promise<readonly Item[]> {
  const input = vscode.window.createQuickPick<Item>();
  Object.assign(input, options, { canSelectMany: true, items, placeholder: options.placeHolder });
  return new Promise<readonly Item[]>((resolve) => {
    input.onDidAccept(() => {
      const taken = takenItems(input.selectedItems, input.activeItems);
      if (taken.length === 0)
        void vscode.window.showInformationMessage("Nothing chosen: no rule has this in it.");
      resolve(taken);
      input.hide();
    });
    input.onDidHide(() => resolve([]));
    input.show();
  }).finally(() => input.dispose());
}

function options(title: string, { entry }: Connected) {
  return {
    title: `${title} (project "${messageText(entry.name)}", ${messageText(entry.host)})`,
    placeHolder: "Name, id, room, trunk, number or agent",
    matchOnDescription: true,
    matchOnDetail: true,
  };
}

async function offerToCreate({ entry }: Connected): Promise<undefined> {
  const create = BUTTONS.createRule;
  const words = `The project "${messageText(entry.name)}" (${messageText(entry.host)}) has no dispatch rule yet.`;
  if ((await vscode.window.showInformationMessage(words, create)) === create)
    await vscode.commands.executeCommand("livekitDispatch.createRule", {
      kind: "project",
      projectId: entry.id,
    });
  return undefined;
}

function itemsOf(state: DeployedState): Item[] {
  const picture = pictureOf(state);
  return picture.rules.map((rule) => itemOf(rule, picture.trunks));
}

function itemOf(picture: RulePicture, trunks: Parameters<typeof conditions>[1]): Item {
  const { deployed: rule, kind } = picture;
  const lock = (kind?.pin ?? "") === "" ? "" : " $(lock)";
  return {
    rule,
    label: `${messageText(rule.name === "" ? rule.id : rule.name)}${lock}`,
    description: messageText(rule.id),
    detail: messageText([destination(picture), ...conditions(picture, trunks)].join(" · "), 300),
  };
}
