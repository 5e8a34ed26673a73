/** Shows a deployed rule as a document that can be edited. */
import * as vscode from "vscode";
import type { Services } from "../../commands/command.ts";
import { messageText } from "../../live/safe-text.ts";
import { withCancel } from "../../live/with-cancel.ts";
import { ruleAddress, rulePlace } from "./rule-address.ts";

export interface RuleToOpen {
  readonly projectId: string;
  readonly ruleId: string;
  readonly name: string;
}

export async function openRuleDocument(services: Services, rule: RuleToOpen): Promise<void> {
  const { projectId, ruleId, name } = rule;
  // The name is a part of the address: one rule has one document, whatever it is called by now.
  const open = vscode.workspace.textDocuments.find(({ uri }) => {
    const place = rulePlace(uri);
    return place?.projectId === projectId && place.ruleId === ruleId;
  });
  const uri = open?.uri ?? vscode.Uri.from(ruleAddress({ projectId, ruleId, name }));
  try {
    // Read first: where that fails, VS Code has an address to say, and no way to give up waiting.
    if (open || (await isReadable(uri))) await vscode.window.showTextDocument(uri, { preview: false });
  } catch (error) {
    await tell(services, rule, error);
  }
}

/** Rejects where it cannot be read. @returns false for who did not want to wait */
function isReadable(uri: vscode.Uri): Promise<boolean> {
  return withCancel("Reading the rule…", (signal) => {
    const givenUp = new Promise<false>((resolve) =>
      signal.addEventListener("abort", () => resolve(false), { once: true }),
    );
    return Promise.race([vscode.workspace.fs.stat(uri).then(() => true), givenUp]);
  });
}

async function tell(services: Services, rule: RuleToOpen, error: unknown): Promise<void> {
  const { projects, deployed, rules } = services;
  const { projectId, ruleId: id, name } = rule;
  if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") {
    void deployed.refresh(projectId);
    const project = await projects.connect(projectId);
    if (project) return rules.outcomes.gone({ id, name }, project);
  }
  const reason = messageText(error instanceof Error ? error.message : String(error), 500);
  await rules.outcomes.unopened({ id, name }, reason, () => openRuleDocument(services, rule));
}
