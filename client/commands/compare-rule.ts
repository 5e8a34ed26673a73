/** Compare with Deployed Rule: in the diff editor, where only what makes a difference to LiveKit differs. */
import * as vscode from "vscode";
import { fileTitle } from "../rules/command-subject.ts";
import { fileAndRule } from "../rules/file-and-rule.ts";
import { defineCommand } from "./command.ts";

export const compareRule = defineCommand({
  id: "livekitDispatch.compareRule",

  async run(services, argument) {
    const titles = { file: "Compare Which File?", rule: "Compare with Which Rule?" };
    const found = await fileAndRule(services, argument, titles);
    if (!found) return;
    const { file, project, rule } = found;
    const deployed = {
      text: rule.text,
      title: `${rule.name === "" ? rule.id : rule.name} (${project.entry.name})`,
    };
    const why = await services.rules.comparisons.show(
      deployed,
      { text: file.getText(), title: fileTitle(file) },
      { file: file.uri.toString(), projectId: project.entry.id, ruleId: rule.id },
    );
    if (why !== undefined) void vscode.window.showWarningMessage(why);
  },
});
