/** Turns a check off: in one file, in a folder, in the workspace or everywhere. */
import * as vscode from "vscode";
import { TURN_CHECK_OFF, type TurnOff } from "../checks/check-actions.ts";
import { placeFor, type LevelPlace, type Where } from "../checks/level-place.ts";
import { activeRuleEditor } from "../language/rule-files.ts";
import { defineCommand } from "./command.ts";

const WORDS: Readonly<Record<Where, string>> = {
  file: "in this file",
  folder: "in this folder",
  workspace: "in this workspace",
  everywhere: "everywhere",
};

export const turnCheckOff = defineCommand({
  id: TURN_CHECK_OFF,

  /** @param argument a `TurnOff`; there is nothing to turn off without one */
  async run(_, argument) {
    if (!isTurnOff(argument)) return;
    const { code, where } = argument;
    const uri =
      argument.uri === undefined ? activeRuleEditor()?.document.uri : vscode.Uri.parse(argument.uri, true);
    const place = await placeFor(code, where, uri);
    const before = await place.read();
    if (!(await write(place, "off"))) return;
    // The command is done, whenever that is answered.
    void offerUndo(await wordsFor(argument, uri), place, before);
  },
});

async function offerUndo(words: string, place: LevelPlace, before: unknown): Promise<void> {
  const answer = await vscode.window.showInformationMessage(words, "Undo");
  if (answer === "Undo") await write(place, before);
}

/** One of what the user has set: settings of the workspace win over it. */
async function wordsFor({ code, where }: TurnOff, uri: vscode.Uri | undefined): Promise<string> {
  const level = where === "everywhere" ? await (await placeFor(code, "workspace", uri)).read() : undefined;
  if (level !== undefined && level !== "off")
    return `"${code}" is off in your settings, but this workspace has it as ${JSON.stringify(level)}.`;
  return `"${code}" is off ${WORDS[where]}.`;
}

async function write(place: LevelPlace, level: unknown): Promise<boolean> {
  try {
    await place.write(level);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`That could not be written down. ${reason}`);
    return false;
  }
}

function isTurnOff(value: unknown): value is TurnOff {
  const { code, where, uri } = (value ?? {}) as Partial<Record<keyof TurnOff, unknown>>;
  const isPlace = typeof where === "string" && Object.hasOwn(WORDS, where);
  return typeof code === "string" && isPlace && (uri === undefined || typeof uri === "string");
}
