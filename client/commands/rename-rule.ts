/** Rename Dispatch Rule: the name for lists, and nothing else. */
import * as vscode from "vscode";
import { oneRule } from "../rules/command-subject.ts";
import { ruleTitle } from "../rules/words.ts";
import { defineCommand } from "./command.ts";

export const renameRule = defineCommand({
  id: "livekitDispatch.renameRule",

  async run(services, argument) {
    const found = await oneRule(services, argument, "Rename Which Rule?");
    if (!found) return;
    const { rule, project } = found;
    const name = await vscode.window.showInputBox({
      title: `Rename ${ruleTitle(rule)}`,
      prompt: "Name for lists; callers never hear it. Empty for none",
      value: rule.name,
      ignoreFocusOut: true,
    });
    if (name !== undefined) await services.rules.rename(rule.id, name.trim(), project);
  },
});
