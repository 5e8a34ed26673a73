/** What stands above a rule in a file: what can be done with it, and whether it is deployed. Imports no editor. */
import { readRuleDocument } from "../../../core/document.ts";
import { differencesCount } from "../../../core/compare/difference-words.ts";
import type { DeployedState } from "../../deployed/load.ts";
import { readFile } from "../../explorer/files/file-state.ts";
import { isInSync, matchRule, type Match } from "../../explorer/files/match-rule.ts";
import { messageText } from "../../live/safe-text.ts";

export interface Lens {
  /** Where in the text. */
  readonly offset: number;
  readonly title: string;
  /** Without the prefix of all our commands; absent for a mere statement. */
  readonly command?: "createRule" | "compareRule" | "updateRule" | "selectProject" | "openRule";
}

export interface LensKnowledge {
  /** Of the active project; `undefined`: there is none. */
  readonly projectName: string | undefined;
  /** `undefined`: not read yet. */
  readonly state: DeployedState | undefined;
  /** The document is a deployed rule itself. */
  readonly isDeployed: boolean;
}

/** Nothing for lists, for files without a rule and for what is no JSON yet. */
export function lensesOf(text: string, known: LensKnowledge): readonly Lens[] {
  const document = readRuleDocument(text);
  const { form, rules, tree } = document;
  const [rule] = rules;
  if (!rule || form === "list" || form === "none" || tree.problems.length > 0) return [];
  const offset = tree.start(0);
  const lens = (title: string, command?: Lens["command"]): Lens => ({
    offset,
    title,
    ...(command && { command }),
  });
  if (known.projectName === undefined)
    return [lens("Create…", "createRule"), lens("Select Project…", "selectProject")];
  // Another project may be active by the time that somebody looks: all that is said names the one it is about.
  const project = messageText(known.projectName, 40);
  const compare = `Compare with Deployed in ${project}`;
  if (known.isDeployed) return [lens(`Update in ${project}…`, "updateRule"), lens(compare, "compareRule")];
  const [inFile] = readFile(text).rules;
  const match = inFile && known.state && matchRule(inFile, known.state);
  if (match?.kind !== "matched") {
    const note = match && noteOf(match, project);
    const create = lens(`Create in ${project}…`, "createRule");
    if (match) return note === undefined ? [create] : [create, lens(note)];
    return [create, lens(`${compare}…`, "compareRule")];
  }
  const lenses = [lens(compare, "compareRule")];
  if (isInSync(match)) return [lens(`In sync with ${project}`), ...lenses];
  const count = match.comparison ? `: ${differencesCount(match.comparison)}` : "";
  return [lens(`Update in ${project}…`, "updateRule"), ...lenses, lens(`Differs from ${project}${count}`)];
}

function noteOf(match: Exclude<Match, { readonly kind: "matched" }>, project: string): string | undefined {
  if (match.kind === "ambiguous") return `${match.count} rules deployed in ${project} have this name`;
  return match.isIdUnknown ? `The id in this file is not deployed in ${project}` : undefined;
}
