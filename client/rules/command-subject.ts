/** What a command is about: the rules that were chosen in the explorer, the file that is shown, or what is picked now. */
import * as vscode from "vscode";
import type { Services } from "../commands/command.ts";
import { isFocusedNode, meantNodes } from "../explorer/meant-nodes.ts";
import { isRuleFileTarget, isRuleTarget, type RuleTarget } from "../explorer/targets.ts";
import { activeRuleEditor, documentFor } from "../language/rule-files.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import type { DeployedState } from "../deployed/load.ts";
import { deployedState } from "./deployed-state.ts";
import { DRAFT_SCHEME } from "./guided/draft-document.ts";
import { rulePlace, type RulePlace } from "./documents/rule-address.ts";
import type { Connected } from "./flows/person.ts";
import { pickRule } from "./pick-rule.ts";

/** The rules that a menu or a key means; none where the palette asks. */
export function meantRules(
  { explorer }: Services,
  argument: unknown,
  selection: readonly unknown[] | undefined,
): readonly RuleTarget[] {
  const rules = meantNodes(explorer.selection, argument, selection).filter(isRuleTarget);
  if (rules.length > 0 || isFocusedNode(argument)) return rules;
  const uri = argument === undefined ? activeRuleEditor()?.document.uri : argument;
  // The menu of an editor hands over what it shows.
  const place = uri instanceof vscode.Uri ? rulePlace(uri) : undefined;
  return place ? [{ kind: "rule", ...place, name: "" }] : [];
}

/** Of several that are selected the one that was pointed at, or that has the focus. */
export function meantRule(services: Services, argument: unknown): RuleTarget | undefined {
  return isRuleTarget(argument) ? argument : meantRules(services, argument, undefined)[0];
}

/** The project whose node, or heading in it, was chosen. */
export function projectIn(argument: unknown): string | undefined {
  if (typeof argument !== "object" || argument === null || isRuleTarget(argument)) return undefined;
  const { projectId } = argument as { readonly projectId?: unknown };
  return typeof projectId === "string" ? projectId : undefined;
}

export interface RuleAndProject {
  readonly rule: DeployedRule;
  readonly project: Connected;
  /** Everything that was read with it. */
  readonly state: DeployedState;
}

/** One rule as it is deployed now: what is meant, or what is picked from the active project. */
export async function oneRule(
  services: Services,
  argument: unknown,
  title: string,
): Promise<RuleAndProject | undefined> {
  const meant = meantRule(services, argument);
  if (meant) return ruleById(meant, services);
  const project = await services.rules.project();
  const state = project && (await deployedState(services, project));
  const rule = project && state && (await pickRule(state, project, title));
  return rule && { rule, project, state };
}

export interface RulesAndProject {
  readonly rules: readonly DeployedRule[];
  readonly project: Connected;
  readonly state: DeployedState;
}

/** Those of one project that are selected, or else one as `oneRule` gives it. */
export async function selectedRules(
  services: Services,
  argument: unknown,
  selection: readonly unknown[] | undefined,
  title: string,
): Promise<RulesAndProject | undefined> {
  const meant = meantRules(services, argument, selection);
  const [first] = meant;
  if (!first || meant.length === 1) {
    const found = await oneRule(services, first ?? argument, title);
    return found && { ...found, rules: [found.rule] };
  }
  const project = await services.rules.project(first.projectId);
  const state = project && (await deployedState(services, project));
  if (!project || !state) return undefined;
  const wanted = new Set(
    meant.filter(({ projectId }) => projectId === first.projectId).map(({ ruleId }) => ruleId),
  );
  return { project, state, rules: state.rules.filter(({ id }) => wanted.has(id)) };
}

/** Whoever asks for one that is gone is told so. */
export async function ruleById(
  { projectId, ruleId, name = "" }: RulePlace & { readonly name?: string },
  services: Services,
): Promise<RuleAndProject | undefined> {
  const project = await services.rules.project(projectId);
  const state = project && (await deployedState(services, project));
  if (!project || !state) return undefined;
  const rule = state.rules.find(({ id }) => id === ruleId);
  if (rule) return { rule, project, state };
  void services.rules.outcomes.gone({ id: ruleId, name }, project);
  return undefined;
}

/** The rule file that a command is about; a deployed rule as a document counts as one, what a flow only shows does not. */
export async function meantFile(argument: unknown): Promise<vscode.TextDocument | undefined> {
  if (isRuleFileTarget(argument)) return vscode.workspace.openTextDocument(argument.uri);
  if (argument !== undefined && !(argument instanceof vscode.Uri) && typeof argument !== "string")
    return undefined;
  const document = isFocusedNode(argument) ? undefined : await documentFor(argument);
  return document?.uri.scheme === DRAFT_SCHEME ? undefined : document;
}

/** `bookings.dispatch-rule.json` */
export function fileTitle({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
