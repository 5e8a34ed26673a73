/** Which project the commands and views are about, in this workspace. */
import * as vscode from "vscode";
import { isProjectTarget } from "../explorer/targets.ts";
import { BUTTONS } from "../live/buttons.ts";
import { detailText, labelText, withoutIcons } from "../live/safe-text.ts";
import type { ProjectEntry } from "../projects/project-entry.ts";
import { defineCommand, type Services } from "./command.ts";

interface Item extends vscode.QuickPickItem {
  readonly take?: () => Thenable<unknown>;
}

export const selectProject = defineCommand({
  id: "livekitDispatch.selectProject",

  /** @param argument a project's node; without one somebody chooses */
  async run(services, argument) {
    const { projects } = services;
    const { projects: entries, active, problem } = await projects.overview();
    // The node of a failure is about the project that does not work.
    const isNode = isProjectTarget(argument) && typeof (argument as { id?: unknown }).id === "string";
    if (isNode && entries.some(({ id }) => id === argument.projectId)) {
      await projects.select(argument.projectId);
      return;
    }
    const chosen = await vscode.window.showQuickPick<Item>(items(services, entries, active), {
      title: "LiveKit project",
      placeHolder: detailText(problem ?? "Which project are commands and views about, in this workspace?"),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    await chosen?.take?.();
  },
});

function items(
  { projects }: Services,
  entries: readonly ProjectEntry[],
  active: { readonly entry: ProjectEntry; readonly why: string } | undefined,
): Item[] {
  const list = entries.map((entry): Item => {
    const isActive = entry.id === active?.entry.id;
    const why = isActive ? `, active because ${active.why}` : "";
    return {
      label: `${iconOf(entry)} ${withoutIcons(labelText(entry.name))}`,
      description: withoutIcons(
        [
          ...(isActive ? ["active"] : []),
          ...(entry.isProduction ? ["production"] : []),
          detailText(entry.host),
        ].join(" · "),
      ),
      detail: withoutIcons(detailText(entry.place + why)),
      take: () => projects.select(entry.id),
    };
  });
  const more: Item[] = [
    {
      label: `$(add) ${BUTTONS.addProject}…`,
      take: () => vscode.commands.executeCommand("livekitDispatch.addProject"),
    },
  ];
  if (projects.chosen !== undefined)
    more.push({
      label: "$(discard) Do not choose",
      detail: "The project is then the one that lk's list, the environment and the workspace's files say.",
      take: () => projects.unselect(),
    });
  return [...list, { label: "", kind: vscode.QuickPickItemKind.Separator }, ...more];
}

function iconOf({ isDemo, isProduction }: ProjectEntry): string {
  return isDemo ? "$(beaker)" : isProduction ? "$(shield)" : "$(radio-tower)";
}
