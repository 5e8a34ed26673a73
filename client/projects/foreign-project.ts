/** Projects that were not entered in VS Code are changed where they are written down. */
import * as vscode from "vscode";
import { messageText } from "../live/safe-text.ts";
import type { ProjectEntry, ProjectSource } from "./project-entry.ts";

/** Says how; a command of `lk` can be copied. */
export async function explainForeignProject(entry: ProjectEntry, what: "change" | "remove"): Promise<void> {
  const name = messageText(entry.name);
  const place = messageText(entry.place);
  const command = what === "remove" ? `lk project remove ${shellWord(entry.name)}` : "lk project add";
  const ways: Readonly<Record<ProjectSource, string>> = {
    lk: `It is in lk's own list, ${place}. ${what === "remove" ? "Remove" : "Change"} it there, or with \`${command}\`.`,
    environment:
      "It comes from LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET of the environment in which VS Code was started.",
    "dot-env": `It is written down in ${place} of the workspace.`,
    "livekit-toml": `It is written down in ${place} of the workspace.`,
    demo: "The demo project is built into the extension. Choose another project, and it is out of the way.",
    own: "",
  };
  const copy = "Copy Command";
  const buttons = entry.source === "lk" ? [copy] : [];
  const text = `Project "${name}" was not entered in VS Code. ${ways[entry.source]}`;
  if ((await vscode.window.showInformationMessage(messageText(text, 600), ...buttons)) === copy)
    await vscode.env.clipboard.writeText(command);
}

function shellWord(word: string): string {
  return /^[\w./:@+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
