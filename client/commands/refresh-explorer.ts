/** Reads what is deployed anew, and looks for projects and rule files again. */
import { defineCommand } from "./command.ts";

export const refreshExplorer = defineCommand({
  id: "livekitDispatch.refreshExplorer",

  /** @param argument something that is about one project; without it all that are shown are read */
  async run({ explorer, ruleFiles, projects }, argument) {
    const { projectId } = (argument ?? {}) as { readonly projectId?: unknown };
    if (typeof projectId === "string") return explorer.refresh(projectId);
    projects.noteChange();
    ruleFiles.refresh();
    await explorer.refresh();
  },
});
