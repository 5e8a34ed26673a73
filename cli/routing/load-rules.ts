/** The rules in files, folders and globs. What is left out is named with the reason, never guessed at. */
import { readRuleDocument } from "../../core/document.ts";
import { rulesInDocument } from "../../core/routing-tests/rules-in-document.ts";
import { Lines } from "../check/lines.ts";
import { UsageError } from "../command.ts";
import { findFiles, STANDARD_INPUT } from "../files/find.ts";
import { readStandardInput, readTextFile } from "../files/read.ts";
import { visible } from "../../core/text/visible.ts";
import { exactPlaceOf, type LeftOut, type SourcedRule } from "../../core/routing/sourced-rule.ts";

export interface LoadedRules {
  readonly rules: readonly SourcedRule[];
  readonly leftOut: readonly LeftOut[];
}

/** A routing test may lie in a folder of rules, where every JSON file counts as one. */
const ROUTING_TEST = /\.dispatch-test\.json$/i;

/** Throws `UsageError` for what cannot be read, and where there are no rule files at all: no answer would be right. */
export async function loadRules(operands: readonly string[]): Promise<LoadedRules> {
  const rules: SourcedRule[] = [];
  const leftOut: LeftOut[] = [];
  for (const match of findFiles(operands.length > 0 ? operands : ["."])) {
    if ("matchedNothing" in match)
      throw new UsageError(
        `No rule files found: ${match.matchedNothing === "." ? "the current folder" : visible(match.matchedNothing)}`,
      );
    const { path, reason } = match;
    if (ROUTING_TEST.test(path)) continue;
    const name = path === STANDARD_INPUT ? "<stdin>" : path;
    const read = path === STANDARD_INPUT ? await readStandardInput() : readTextFile(path);
    if (reason !== undefined || !read.ok)
      throw new UsageError(`${visible(name)} cannot be read: ${reason ?? (read.ok ? "" : read.reason)}`);
    const { text, hasRawBytes } = read.file;
    const lines = new Lines(text);
    const found = rulesInDocument(readRuleDocument(text, "auto", hasRawBytes));
    if (found.ok)
      for (const { rule, start } of found.rules) rules.push({ rule, path: name, ...lines.place(start) });
    else {
      const { line, column } = lines.place(found.start);
      leftOut.push({ place: `${name}:${line}:${column}`, reason: found.reason });
    }
  }
  return withoutRepeats(rules, leftOut);
}

/** LiveKit has one rule of an id. Which of several is meant is not known; the first stands, the others are named. */
export function withoutRepeats(rules: readonly SourcedRule[], leftOut: readonly LeftOut[]): LoadedRules {
  const byId = new Map<string, SourcedRule>();
  const repeats: LeftOut[] = [];
  const kept = rules.filter((sourced) => {
    const { sipDispatchRuleId: id = "" } = sourced.rule;
    const first = id === "" ? undefined : byId.get(id);
    if (id !== "" && !first) byId.set(id, sourced);
    if (first)
      repeats.push({
        place: exactPlaceOf(sourced),
        reason: `it has the id ${id}, and so does ${exactPlaceOf(first)}, which counts`,
      });
    return !first;
  });
  return { rules: kept, leftOut: [...leftOut, ...repeats] };
}
