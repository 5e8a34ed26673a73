/** What is said about the project before anything else: which it is, where, why, and whether `lk` agrees. */
import { lkWords } from "../../livekit/projects/lk.ts";
import type { Resolution, Resolved, Unresolved } from "../../livekit/projects/resolve.ts";
import { visible } from "../../core/text/visible.ts";

/** As it stands in every result in JSON. */
export interface ProjectSummary {
  readonly name: string;
  readonly host: string;
  readonly source: string;
  readonly why: string;
}

export function summaryOf({ project, host, source, why }: Resolved): ProjectSummary {
  return { name: project.name, host, source, why };
}

/** Lines. */
export function projectWords(resolution: Resolved): string {
  const { project, host, why } = resolution;
  return [
    `Project "${visible(project.name)}" (${visible(host)}): ${visible(why)}.`,
    ...warningsOf(resolution),
    ...(resolution.isSameAsLk ? [] : [`Note: lk ${visible(lkWords(resolution.lk))}.`]),
    "",
  ].join("\n");
}

export function noProjectWords(resolution: Unresolved): string {
  const { problem, advice, lk } = resolution;
  const trap = lk.kind === "refuses" ? [] : [`Note: lk ${visible(lkWords(lk))}.`];
  return [`${visible(problem)} ${visible(advice)}`, ...warningsOf(resolution), ...trap].join("\n");
}

function warningsOf({ warnings }: Resolution): string[] {
  return warnings.map((warning) => `Warning: ${visible(warning)}`);
}
