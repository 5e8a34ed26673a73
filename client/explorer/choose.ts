/** What a command is about: what it was called on, what is selected in the view, or what somebody chooses from a list. */
import * as vscode from "vscode";
import type { Services } from "../commands/command.ts";
import { latest } from "../deployed/load.ts";
import { detailText, labelText, messageText, withoutIcons } from "../live/safe-text.ts";
import { showFailure } from "../live/show-failure.ts";
import { withCancel } from "../live/with-cancel.ts";
import type { ProjectEntry } from "../projects/project-entry.ts";
import { pickRule } from "../rules/pick-rule.ts";
import { meantNodes } from "./meant-nodes.ts";
import { isProjectTarget, isRuleTarget, type RuleTarget } from "./targets.ts";

/** The node that a command was called on, or that has the focus, with those selected beside it. */
export function calledOn(
  { explorer }: Pick<Services, "explorer">,
  argument: unknown,
  selection: readonly unknown[] | undefined,
): readonly unknown[] {
  return meantNodes(explorer.selection, argument, selection);
}

/** The rules that a command is about; without any somebody chooses one in the active project. */
export async function chooseRules(
  services: Services,
  argument: unknown,
  selection: readonly unknown[] | undefined,
  title: string,
): Promise<readonly RuleTarget[]> {
  const rules = calledOn(services, argument, selection).filter(isRuleTarget);
  if (rules.length > 0) return rules;
  const chosen = await chooseRule(services, title);
  return chosen ? [chosen] : [];
}

async function chooseRule(services: Services, title: string): Promise<RuleTarget | undefined> {
  const { projects, deployed, output } = services;
  const active = await projects.active();
  if (!active) {
    await services.rules.outcomes.noProject(services.projects.problem);
    return undefined;
  }
  const { entry } = active;
  const load = await withCancel(`Reading the rules of ${messageText(entry.name)}…`, (signal) =>
    deployed.load(entry.id, signal),
  );
  const state = latest(load);
  if (load.kind === "failed") void showFailure(load.failure, entry, output);
  if (!state) return undefined;
  const rule = await pickRule(state, active, title);
  return rule && { kind: "rule", projectId: entry.id, ruleId: rule.id, name: rule.name };
}

/**
 * The project that a command is about; without one somebody chooses.
 * @param isMeant leaves out those for which the command is not
 */
export async function chooseProjectFor(
  services: Services,
  argument: unknown,
  title: string,
  isMeant: (entry: ProjectEntry) => boolean = () => true,
): Promise<ProjectEntry | undefined> {
  const entries = await services.projects.list();
  const target = calledOn(services, argument, undefined).find(isProjectTarget);
  const called = target && entries.find(({ id }) => id === target.projectId);
  if (called) return called;
  const candidates = entries.filter(isMeant);
  if (candidates.length === 0) {
    await services.rules.outcomes.noProject(services.projects.problem);
    return undefined;
  }
  const items = candidates.map((entry) => ({
    label: withoutIcons(labelText(entry.name)),
    description: withoutIcons(detailText(entry.host)),
    detail: withoutIcons(detailText(entry.place)),
    entry,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: "Which project?" });
  return chosen?.entry;
}
