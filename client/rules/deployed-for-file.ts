/** The deployed rule that a file is about: by its id, its content or its name, else the one that is picked. */
import type * as vscode from "vscode";
import type { Services } from "../commands/command.ts";
import type { DeployedState } from "../deployed/load.ts";
import { readFile } from "../explorer/files/file-state.ts";
import { matchRule } from "../explorer/files/match-rule.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import type { RuleAndProject } from "./command-subject.ts";
import { ruleById } from "./command-subject.ts";
import { deployedState } from "./deployed-state.ts";
import { rulePlace } from "./documents/rule-address.ts";
import { pickRule } from "./pick-rule.ts";

export async function deployedFor(
  document: vscode.TextDocument,
  services: Services,
  title: string,
): Promise<RuleAndProject | undefined> {
  const place = rulePlace(document.uri);
  if (place) return ruleById(place, services);
  const project = await services.rules.project();
  const state = project && (await deployedState(services, project));
  if (!project || !state) return undefined;
  const rule = ruleOfFile(document.getText(), state) ?? (await pickRule(state, project, title));
  return rule && { rule, project, state };
}

function ruleOfFile(text: string, state: DeployedState): DeployedRule | undefined {
  const [inFile] = readFile(text).rules;
  const match = inFile && matchRule(inFile, state);
  return match?.kind === "matched" ? match.deployed.deployed : undefined;
}
