/** Shows a deployed rule as a document that can be edited. */
import * as vscode from "vscode";
import { messageText } from "../../live/safe-text.ts";
import { ruleAddress, rulePlace } from "./rule-address.ts";

export async function openRuleDocument({
  projectId,
  ruleId,
  name,
}: {
  readonly projectId: string;
  readonly ruleId: string;
  readonly name: string;
}): Promise<void> {
  // The name is a part of the address: one rule has one document, whatever it is called by now.
  const open = vscode.workspace.textDocuments.find(({ uri }) => {
    const place = rulePlace(uri);
    return place?.projectId === projectId && place.ruleId === ruleId;
  });
  const uri = open?.uri ?? vscode.Uri.from(ruleAddress({ projectId, ruleId, name }));
  try {
    await vscode.window.showTextDocument(uri, { preview: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    void vscode.window.showErrorMessage(
      `The rule ${messageText(ruleId)} could not be opened. ${messageText(reason, 500)}`,
    );
  }
}
