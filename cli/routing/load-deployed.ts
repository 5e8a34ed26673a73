/** The rules and trunks that are deployed in a project, in the place of files or together with some. */
import { readRule } from "../../core/routing/input/read.ts";
import type { InboundTrunk } from "../../core/routing/types.ts";
import type { ExitCode } from "../command.ts";
import { asksForDeployed, type ProjectValues } from "../live/options.ts";
import { valueOf, withProject } from "../live/session.ts";
import { visible } from "../../core/text/visible.ts";
import type { LoadedRules } from "./load-rules.ts";
import { exactPlaceOf, type SourcedRule } from "../../core/routing/sourced-rule.ts";

export interface Deployed {
  /** For words: `project "prod"`. */
  readonly project: string;
  readonly rules: readonly SourcedRule[];
  readonly trunks: readonly InboundTrunk[];
}

export type DeployedValues = ProjectValues & { readonly deployed: boolean };

/** @returns nothing where the options do not ask for it; an exit code where it cannot be had, for which it has said why */
export async function loadDeployed(
  values: DeployedValues,
  isJson: boolean,
): Promise<Deployed | ExitCode | undefined> {
  if (!asksForDeployed(values)) return undefined;
  let deployed: Deployed | undefined;
  const code = await withProject({ ...values, json: isJson }, async (session) => {
    const project = `project "${visible(session.project.name)}"`;
    const rules = valueOf(await session.client.rules.list(), session).map(({ id, text }) => ({
      rule: readRule(JSON.parse(text)).value,
      path: `${id} in ${project}`,
      project,
    }));
    const trunks = valueOf(await session.client.inboundTrunks.list(), session);
    deployed = { project, rules, trunks: trunks.map(({ trunk }) => trunk) };
    return 0;
  });
  return deployed ?? code;
}

/** What would be there if the files were deployed: a rule in a file stands in the place of the deployed one of its id. */
export function asIfDeployed({ rules, project }: Deployed, files: LoadedRules): LoadedRules {
  const byId = new Map(files.rules.map((sourced) => [sourced.rule.sipDispatchRuleId ?? "", sourced]));
  byId.delete("");
  const replaced = new Set<SourcedRule>();
  const kept = rules.map((deployed) => {
    const inFile = byId.get(deployed.rule.sipDispatchRuleId ?? "");
    if (!inFile) return deployed;
    replaced.add(inFile);
    return inFile;
  });
  const [first, ...others] = replaced;
  // One line: a folder may hold all the rules of a project.
  const reason =
    others.length === 0
      ? first && `${exactPlaceOf(first)} stands in the place of ${first.rule.sipDispatchRuleId ?? ""}`
      : `${replaced.size} rules in files stand in the place of those with their ids`;
  const leftOut = reason === undefined ? files.leftOut : [...files.leftOut, { place: project, reason }];
  return { rules: [...kept, ...files.rules.filter((sourced) => !replaced.has(sourced))], leftOut };
}
