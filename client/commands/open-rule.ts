/** Open Deployed Rule: as a document with everything that a rule file has; saving it updates the rule. */
import { meantRule, oneRule } from "../rules/command-subject.ts";
import { openRuleDocument } from "../rules/documents/open-rule-document.ts";
import { defineCommand } from "./command.ts";

export const openRule = defineCommand({
  id: "livekitDispatch.openRule",

  async run(services, argument) {
    // The rule of the document that is shown is open already.
    const meant = argument === undefined ? undefined : meantRule(services, argument);
    if (meant) return openRuleDocument(services, meant);
    const found = await oneRule(services, null, "Open Dispatch Rule");
    if (!found) return;
    const { rule, project } = found;
    await openRuleDocument(services, { projectId: project.entry.id, ruleId: rule.id, name: rule.name });
  },
});
