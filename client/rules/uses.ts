/** The places in the workspace where a rule's id stands, as a list to go through. */
import * as vscode from "vscode";
import { SKIPPED_FOLDERS } from "../../core/rules/file-patterns.ts";
import { findFiles } from "../language/find-files.ts";
import { withCancel } from "../live/with-cancel.ts";
import { placesOf } from "./where-used.ts";
import { count } from "./words.ts";

/** What people write ids into. */
const ENDS =
  "json,jsonc,yaml,yml,toml,env,tf,tfvars,hcl,py,ts,js,mjs,cjs,tsx,jsx,go,rs,rb,php,java,kt,cs,swift,sh,md,txt";
const FILES = {
  include: `**/*.{${ENDS}}`,
  exclude: "**/{node_modules,.git}/**",
  most: 5000,
  isWanted: ({ path }: vscode.Uri): boolean => ENDS.split(",").some((end) => path.endsWith(`.${end}`)),
  skipped: SKIPPED_FOLDERS,
};
const LARGEST = 1_000_000;

export interface Use extends vscode.QuickPickItem {
  readonly location: vscode.Location;
}

/** Lets the person go to one of the places. */
export async function showUses(uses: readonly Use[]): Promise<void> {
  const chosen = await vscode.window.showQuickPick(uses, {
    title: `Where the old id is used: ${count(uses.length, "place")}`,
    placeHolder: "Choose a place to go to",
    ignoreFocusOut: true,
  });
  if (chosen) await vscode.window.showTextDocument(chosen.location.uri, { selection: chosen.location.range });
}

/** The places of ids that no rule has any more. */
export async function findUses(ids: readonly string[]): Promise<readonly Use[]> {
  return withCancel("Looking for the old id in the workspace…", async (signal) => {
    const files = await findFiles(FILES);
    const uses: Use[] = [];
    for (const uri of files) {
      if (signal.aborted) break;
      uses.push(...usesIn(uri, await read(uri), ids));
    }
    return uses;
  });
}

function usesIn(uri: vscode.Uri, text: string, ids: readonly string[]): Use[] {
  return ids.flatMap((id) =>
    placesOf(id, text).map(({ line, start, end }) => ({
      label: `${vscode.workspace.asRelativePath(uri)}:${line + 1}`,
      description: id,
      location: new vscode.Location(uri, new vscode.Range(line, start, line, end)),
    })),
  );
}

/** What cannot be read, or is no source, has no place to go to. */
async function read(uri: vscode.Uri): Promise<string> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) return "";
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return "";
  }
}
