/** Why the document of a deployed rule was not sent, and the ways out. Whatever is chosen, no text is thrown away. */
import * as vscode from "vscode";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { withCancel } from "../../live/with-cancel.ts";
import type { Connected, Ended } from "../flows/person.ts";
import type { RuleFlows } from "../rule-flows.ts";
import { saveNewFile } from "../new-file.ts";
import { rulePlace } from "./rule-address.ts";

const COMPARE = "Compare";
const OVERWRITE = "Overwrite…";
const CREATE = "Create Again…";
const SAVE = "Save as a File…";

export interface WaysOut {
  /** The next save is held against this. */
  readonly overwriteNext: (rule: DeployedRule) => void;
}

export async function tellUnsaved(
  address: vscode.Uri,
  text: string,
  ended: Ended,
  project: Connected,
  flows: RuleFlows,
  { overwriteNext }: WaysOut,
): Promise<void> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address.toString());
  if (ended.kind !== "refused" || ended.because === undefined) {
    await flows.outcomes.ended(ended, project, document);
    return;
  }
  const words = `${ended.words} Your text is still in the editor.`;
  const buttons = ended.because === "gone" ? [CREATE, SAVE] : [COMPARE, OVERWRITE];
  const answer = await vscode.window.showWarningMessage(words, ...buttons);
  if (answer === CREATE) await flows.create({ text }, project);
  if (answer === SAVE) await saveNewFile(text, "");
  if (answer !== COMPARE && answer !== OVERWRITE) return;
  const now = await current(address, project, flows);
  if (!now) return;
  if (answer === COMPARE) {
    const deployed = { text: now.text, title: `${now.name === "" ? now.id : now.name} (deployed now)` };
    await flows.comparisons.show(deployed, { text, title: "your text" });
    return;
  }
  overwriteNext(now);
  // Which shows what would be undone of the others' changes, and asks.
  await document?.save();
}

async function current(
  address: vscode.Uri,
  project: Connected,
  flows: RuleFlows,
): Promise<DeployedRule | undefined> {
  const place = rulePlace(address);
  if (!place) return undefined;
  const outcome = await withCancel("Reading the rule…", (signal) =>
    project.client.rules.get(place.ruleId, { signal }),
  );
  if (outcome.ok) return outcome.value;
  await flows.outcomes.failed(outcome.failure, project);
  return undefined;
}
