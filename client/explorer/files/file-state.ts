/** A rule file against what is deployed: in which state it is. Imports no editor. */
import type { RuleDocument } from "../../../core/document.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { readJson } from "../../../core/json/reader.ts";
import { rulesInDocument } from "../../../core/routing-tests/rules-in-document.ts";
import type { Form } from "../../../core/rules/forms.ts";
import { textMember } from "../../../livekit/rules/deployed-rule.ts";
import type { DeployedState } from "../../deployed/load.ts";
import { isInSync, matchRule, type Match, type RuleInFile } from "./match-rule.ts";

/** `unknown`: nothing is known of the active project. `noRule`: it only has the name of a rule file. */
export type FileState = "notDeployed" | "inSync" | "differs" | "cannotDeploy" | "unknown" | "noRule";

export interface RuleState {
  readonly inFile: RuleInFile;
  readonly state: Extract<FileState, "notDeployed" | "inSync" | "differs" | "unknown">;
  readonly match: Match | undefined;
}

export interface FileReport {
  readonly form: Form;
  readonly state: FileState;
  /** Why it cannot be deployed: a sentence without its full stop. */
  readonly reason?: string;
  readonly rules: readonly RuleState[];
}

/** A file as it was read; it is compared as often as what is deployed changes. */
export interface ReadFile {
  readonly form: Form;
  readonly rules: readonly RuleInFile[];
  readonly reason?: string;
}

export function readFile(text: string): ReadFile {
  const document = readRuleDocument(text);
  const { form, tree } = document;
  // A text that is no JSON may still become a rule; one that is, and has nothing of a rule, is somebody else's.
  if (form === "none" && tree.problems.length === 0) return { form, rules: [] };
  const found = rulesInDocument(document);
  if (!found.ok) return { form, rules: [], reason: found.reason };
  const requestId = form === "update" ? idOfRequest(document) : "";
  const rules = document.rules.map(({ node }, index): RuleInFile => {
    const rule = found.rules[index]?.rule ?? {};
    const own = textMember(tree, node, "sip_dispatch_rule_id", "sipDispatchRuleId");
    return { id: own === "" ? requestId : own, name: rule.name ?? "", text: tree.raw(node), rule };
  });
  return { form, rules };
}

function idOfRequest({ text }: RuleDocument): string {
  return textMember(readJson(text), 0, "sip_dispatch_rule_id", "sipDispatchRuleId");
}

/** @param deployed `undefined`: nothing is known */
export function reportOn({ form, rules, reason }: ReadFile, deployed: DeployedState | undefined): FileReport {
  if (reason !== undefined) return { form, state: "cannotDeploy", reason, rules: [] };
  if (form === "none") return { form, state: "noRule", rules: [] };
  const states = rules.map((inFile): RuleState => {
    const match = deployed && matchRule(inFile, deployed);
    return { inFile, match, state: match ? stateOf(match) : "unknown" };
  });
  return { form, state: together(states), rules: states };
}

function stateOf(match: Match): RuleState["state"] {
  if (isInSync(match)) return "inSync";
  return match.kind === "none" ? "notDeployed" : "differs";
}

/** What matters most of the rules in a list. */
function together(rules: readonly RuleState[]): FileState {
  for (const state of ["unknown", "differs", "notDeployed"] as const)
    if (rules.some((rule) => rule.state === state)) return state;
  return "inSync";
}
