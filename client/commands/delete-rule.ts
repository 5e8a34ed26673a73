/** Delete Dispatch Rules: one or many of a project, with Undo. */
import { meantRules } from "../rules/command-subject.ts";
import { deployedState } from "../rules/deployed-state.ts";
import { pickRules } from "../rules/pick-rule.ts";
import { defineCommand } from "./command.ts";

export const deleteRule = defineCommand({
  id: "livekitDispatch.deleteRule",

  async run(services, argument, selection) {
    const { rules: flows } = services;
    const meant = meantRules(services, argument, selection);
    if (meant.length === 0) {
      const project = await flows.project();
      const state = project && (await deployedState(services, project));
      const picked = project && state ? await pickRules(state, project, "Delete Which Rules?") : [];
      const ids = picked.map(({ id }) => id);
      if (project && ids.length > 0) await flows.delete(ids, project);
      return;
    }
    // Each project is asked about by itself: one answer must not reach into two.
    for (const projectId of new Set(meant.map((rule) => rule.projectId))) {
      const project = await flows.project(projectId);
      const rules = meant.filter((rule) => rule.projectId === projectId);
      const ids = rules.map(({ ruleId }) => ruleId);
      if (project) await flows.delete(ids, project);
    }
  },
});
