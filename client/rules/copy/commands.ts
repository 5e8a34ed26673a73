/** A rule as a command that somebody can paste into a terminal: `lk`, or `curl` on the API. Imports no editor. */
import type { ProjectEntry } from "../../projects/project-entry.ts";
import { ruleWord, shellVariable, shellWord } from "./shell.ts";

export interface CopiedCommand {
  readonly text: string;
  /** Environment variables that the shell asks for. */
  readonly variables: readonly string[];
  /** It is about the demo project, which nothing outside of VS Code reaches. */
  readonly isDemo: boolean;
}

export interface CopyProject {
  readonly entry: ProjectEntry;
  /** `https`, unless the project is reached without encryption. */
  readonly scheme: "http" | "https";
}

/**
 * @param rule JSON of a rule itself
 * @param file the path of the file that `lk` shall read, where it takes a file of this form as it is
 */
export function lkCreateCommand(rule: string, project: CopyProject, file?: string): CopiedCommand {
  const { word, variables } = ruleWord(rule, (plain) => ({ dispatch_rule: plain }));
  const lk = lkProject(project);
  return file === undefined
    ? { ...lk, text: `${lk.text} sip dispatch create ${word}`, variables: [...lk.variables, ...variables] }
    : { ...lk, text: `${lk.text} sip dispatch create ${shellWord(file)}` };
}

/** @param file a rule itself: what it lacks is cleared */
export function lkUpdateCommand(id: string, project: CopyProject, file: string): CopiedCommand {
  const lk = lkProject(project);
  return { ...lk, text: `${lk.text} sip dispatch update --id ${shellWord(id)} ${shellWord(file)}` };
}

/** @param id of the rule that is replaced; `undefined`: a new one is created */
export function curlCommand(rule: string, project: CopyProject, id?: string): CopiedCommand {
  const { word, variables } = ruleWord(rule, (plain) =>
    id === undefined ? { dispatch_rule: plain } : { sip_dispatch_rule_id: id, replace: plain },
  );
  const call = id === undefined ? "CreateSIPDispatchRule" : "UpdateSIPDispatchRule";
  const url = `${project.scheme}://${project.entry.host}/twirp/livekit.SIP/${call}`;
  return {
    text: [
      `curl --fail-with-body ${shellWord(url)}`,
      `  --header 'Authorization: Bearer '${shellVariable("LIVEKIT_TOKEN")}`,
      `  --header 'Content-Type: application/json'`,
      `  --data ${word}`,
    ].join(" \\\n"),
    variables: ["LIVEKIT_TOKEN", ...variables],
    isDemo: project.entry.isDemo,
  };
}

/** A project of `lk`'s own list by its name, which is known to be there; any other by its address. */
function lkProject({ entry, scheme }: CopyProject): CopiedCommand {
  const { isDemo } = entry;
  if (entry.source === "lk") return { text: `lk --project ${shellWord(entry.name)}`, variables: [], isDemo };
  const [key, secret] = ["LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"] as const;
  const url = shellWord(`${scheme}://${entry.host}`);
  return {
    text: `lk --url ${url} --api-key ${shellVariable(key)} --api-secret ${shellVariable(secret)}`,
    variables: [key, secret],
    isDemo,
  };
}
