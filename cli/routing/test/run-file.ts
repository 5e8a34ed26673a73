/** One file of routing tests: read, find what it names, run. */
import { readTestFile } from "../../../core/routing-tests/read-test-file.ts";
import { runRoutingTests, type CallResult } from "../../../core/routing-tests/run.ts";
import { candidate, nearest } from "../../../core/text/nearest.ts";
import { quoted } from "../../../core/text/show.ts";
import { Lines, type Place } from "../../check/lines.ts";
import { readTextFile } from "../../files/read.ts";
import type { Deployed } from "../load-deployed.ts";
import type { LeftOut } from "../../../core/routing/sourced-rule.ts";
import type { SourcedRule } from "../../../core/routing/sourced-rule.ts";
import { deployedByName, namedRules } from "./named-rules.ts";
import { resolveSources } from "./resolve-sources.ts";

export interface TestProblem extends Place {
  readonly message: string;
}

export interface TestedFile {
  readonly path: string;
  /** Something in it cannot be right, so that no call was run. */
  readonly problems: readonly TestProblem[];
  readonly calls: readonly (CallResult & Place)[];
  /** Rules and trunks that were not taken into account. */
  readonly leftOut: readonly LeftOut[];
  readonly reached: readonly SourcedRule[];
  readonly unreached: readonly SourcedRule[];
}

/**
 * Never throws: what cannot be read is a problem of the file.
 * @param deployed in the place of the rules and trunks that the file names
 */
export async function runTestFile(path: string, deployed?: Deployed): Promise<TestedFile> {
  const nothing = { path, calls: [], leftOut: [], reached: [], unreached: [] };
  const read = readTextFile(path);
  if (!read.ok)
    return { ...nothing, problems: [{ line: 1, column: 1, message: `It cannot be read: ${read.reason}.` }] };
  const lines = new Lines(read.file.text);
  const { file, problems } = readTestFile(read.file.text, read.file.hasRawBytes);
  const placed = (found: readonly { readonly start: number; readonly message: string }[]): TestProblem[] =>
    [...found]
      .sort((a, b) => a.start - b.start)
      .map(({ start, message }) => ({ ...lines.place(start), message }));
  if (problems.length > 0) return { ...nothing, problems: placed(problems) };

  const own = await resolveSources(file, path, lines);
  const ofFiles = namedRules(own.rules, path);
  const { rules, trunks, leftOut, missing } = deployed
    ? { ...deployed, leftOut: [], missing: [] }
    : { ...own, missing: own.problems };
  const named = deployed ? deployedByName(namedRules(rules, path), ofFiles) : ofFiles;
  const known = new Set(named.flatMap(({ names }) => names));
  // Where a rule was left out, it may be the one that is meant; what was left out is told as well.
  const unknown = file.calls.flatMap(({ expect: { rule } }) => {
    if (!rule || known.has(rule.value)) return [];
    const near = nearest(
      rule.value,
      Array.from(known, (name) => candidate(name, name)),
    );
    const hint = near === undefined ? "" : ` Did you mean ${quoted(near)}?`;
    const where = deployed ? ` in ${deployed.project}` : "";
    return [{ start: rule.start, message: `There is no rule ${quoted(rule.value)}${where}.${hint}` }];
  });
  if (missing.length + unknown.length > 0)
    return { ...nothing, leftOut, problems: placed([...missing, ...unknown]) };

  const result = runRoutingTests(file.calls, named, deployed || file.trunks.length > 0 ? trunks : undefined);
  const unreached = new Set(result.unreached);
  return {
    path,
    problems: [],
    calls: result.calls.map((call) => ({ ...call, ...lines.place(call.call.start) })),
    leftOut,
    reached: rules.filter((_, position) => !unreached.has(position)),
    unreached: rules.filter((_, position) => unreached.has(position)),
  };
}
