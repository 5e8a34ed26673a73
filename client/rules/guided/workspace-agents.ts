/** Agents that the code of the workspace registers. */
import * as vscode from "vscode";
import { agentNamesIn } from "./agent-names.ts";

const CODE = "**/*.{py,ts,js,mjs,cjs,tsx,go,yaml,yml,toml,env}";
const SKIPPED = "**/{node_modules,.git,dist,build,out,.venv,venv,__pycache__,site-packages}/**";
const MOST_FILES = 1000;
const LARGEST = 300_000;
/** Whoever creates a rule does not wait for a search: what is found by then is offered. */
const LONGEST_MS = 2000;

/** @returns each once, in no order that means anything; none where nothing can be read */
export async function agentNamesInWorkspace(): Promise<readonly string[]> {
  const names = new Set<string>();
  const source = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => source.cancel(), LONGEST_MS);
  try {
    const files = await vscode.workspace.findFiles(CODE, SKIPPED, MOST_FILES, source.token);
    for (const uri of files) {
      if (source.token.isCancellationRequested) break;
      for (const name of await namesIn(uri)) names.add(name);
    }
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
  return [...names].sort((a, b) => (a < b ? -1 : 1));
}

async function namesIn(uri: vscode.Uri): Promise<readonly string[]> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) return [];
    return agentNamesIn(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return [];
  }
}
