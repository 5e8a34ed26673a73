/** The state of a rule file in words: a few beside its name, sentences for who points at it. Imports no editor. */
import type { Difference } from "../../../core/compare/compare.ts";
import { detailText, firstFew } from "../../live/safe-text.ts";
import type { FileReport, RuleState } from "./file-state.ts";

export function summary({ rules, reason }: FileReport): string[] {
  if (reason !== undefined) return [detailText(reason)];
  const [only, ...others] = rules;
  if (!only) return [];
  return others.length === 0 ? ruleSummary(only) : [`${rules.length} rules`];
}

export function ruleSummary({ match }: RuleState): string[] {
  if (match?.kind === "ambiguous") return [`${match.count} deployed rules have its name`];
  if (match?.kind === "none") return match.isIdUnknown ? ["its id is not in this project"] : [];
  const differences = match?.comparison?.differences ?? [];
  return differences.length === 0 ? [] : [firstFew(differences.map(({ path }) => path))];
}

export function notesOn({ rules, reason, state }: FileReport): string[] {
  if (reason !== undefined) return [`${reason}.`];
  if (state === "unknown") return ["No project was asked yet. Refresh to compare."];
  return rules.length === 1 ? rules.flatMap(ruleNotes) : [];
}

const BY_WORDS = {
  id: "by its id",
  content: "because they say the same",
  name: "by its name: the file has no id",
} as const;

export function ruleNotes({ match, inFile }: RuleState): string[] {
  switch (match?.kind) {
    case undefined:
      return [];
    case "ambiguous":
      return [
        `${match.count} deployed rules are called "${inFile.name}". Put the id of the one that is meant into the file.`,
      ];
    case "none":
      return match.isIdUnknown
        ? [`The active project has no rule ${inFile.id}: it was deleted, or belongs to another project.`]
        : ["No deployed rule has its name or says the same."];
    case "matched": {
      const { deployed, by, comparison } = match;
      const belongs = `It belongs to the deployed rule ${deployed.deployed.id} ${BY_WORDS[by]}.`;
      if (!comparison) return [belongs, "LiveKit could not read one of the two."];
      return [belongs, ...differenceWords(comparison.differences)];
    }
  }
}

/** Names of fields alone: values may be long, and secret. */
function differenceWords(differences: readonly Difference[]): string[] {
  const sentence = (kind: Difference["kind"], start: string): string[] => {
    const paths = differences.filter((each) => each.kind === kind).map(({ path }) => path);
    return paths.length === 0 ? [] : [`${start}: ${firstFew(paths, 5)}.`];
  };
  return [
    ...sentence("changed", "An update would change"),
    ...sentence("added", "An update would add"),
    ...sentence("cleared", "An update would clear"),
  ];
}
