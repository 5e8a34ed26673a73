/** Update Deployed Rule from a file: what changes, what would be cleared, then the question. */
import * as vscode from "vscode";
import { isRuleTarget } from "../explorer/targets.ts";
import { fileTitle, meantFile } from "../rules/command-subject.ts";
import { RULE_SCHEME } from "../rules/documents/rule-address.ts";
import { fileAndRule, type FileAndRule } from "../rules/file-and-rule.ts";
import { hasEnded } from "../rules/flows/person.ts";
import { messageText } from "../live/safe-text.ts";
import { ruleTitle } from "../rules/words.ts";
import { defineCommand, type Services } from "./command.ts";

export const updateRule = defineCommand({
  id: "livekitDispatch.updateRule",

  async run(services, argument) {
    const compared = services.rules.comparisons.inFront(argument);
    const file = isRuleTarget(argument) || compared ? undefined : await meantFile(argument);
    // Saving is how the document of a deployed rule updates it.
    if (file?.uri.scheme === RULE_SCHEME) return saveDeployed(file);
    const titles = { file: "Update from Which File?", rule: "Update Which Rule?" };
    const found = await fileAndRule(services, argument, titles);
    if (found?.file.uri.scheme === RULE_SCHEME) return saveDeployed(found.file);
    if (found) await update(services, found);
  },
});

async function saveDeployed(document: vscode.TextDocument): Promise<void> {
  if (document.isDirty) await document.save();
  else void vscode.window.showInformationMessage("There is nothing to update: change the rule first.");
}

async function update({ rules: flows }: Services, { file, rule, project }: FileAndRule): Promise<void> {
  const text = file.getText();
  const title = fileTitle(file);
  const updating = {
    text,
    ruleId: rule.id,
    notes: [`From ${messageText(title)}`],
    look: async (now: typeof rule) => {
      const deployed = { text: now.text, title: `${now.name === "" ? now.id : now.name} (deployed)` };
      const about = { file: file.uri.toString(), projectId: project.entry.id, ruleId: rule.id };
      await flows.comparisons.show(deployed, { text, title }, about);
    },
  };
  const result = await flows.update(updating, project);
  if (!result) return;
  if (hasEnded(result)) await flows.outcomes.ended(result, project, file);
  else if (result.kind === "same")
    void vscode.window.showInformationMessage(
      `${ruleTitle(result.rule)} is the same as ${messageText(title)}: there is nothing to update.`,
    );
}
