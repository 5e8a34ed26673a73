/** List Dispatch Rules: a list to search in, which opens the one that is chosen. */
import { projectIn } from "../rules/command-subject.ts";
import { deployedState } from "../rules/deployed-state.ts";
import { openRuleDocument } from "../rules/documents/open-rule-document.ts";
import { pickRule } from "../rules/pick-rule.ts";
import { defineCommand } from "./command.ts";

export const listRules = defineCommand({
  id: "livekitDispatch.listRules",

  async run(services, argument) {
    const project = await services.rules.project(projectIn(argument));
    const state = project && (await deployedState(services, project));
    const rule = project && state && (await pickRule(state, project, "Dispatch Rules"));
    if (rule)
      await openRuleDocument(services, { projectId: project.entry.id, ruleId: rule.id, name: rule.name });
  },
});
