/** What came out of all files of routing tests. */
import type { SourcedRule } from "../../../core/routing/sourced-rule.ts";
import { exactPlaceOf } from "../../../core/routing/sourced-rule.ts";
import type { TestedFile } from "./run-file.ts";

export interface Totals {
  readonly files: readonly TestedFile[];
  readonly passed: number;
  readonly failed: number;
  /** Rules that no call of any file reaches; absent where that was not asked for. */
  readonly unreached?: readonly SourcedRule[];
}

export function totalsOf(files: readonly TestedFile[], wantsCoverage: boolean): Totals {
  const calls = files.flatMap((file) => file.calls);
  const failed = calls.filter(({ differences }) => differences.length > 0).length;
  return {
    files,
    passed: calls.length - failed,
    failed,
    ...(wantsCoverage && { unreached: unreachedByAll(files) }),
  };
}

/** A rule that two files name counts as reached when one of them reaches it. */
function unreachedByAll(files: readonly TestedFile[]): SourcedRule[] {
  const unreached = new Map<string, SourcedRule>();
  const reached = new Set(files.flatMap((file) => file.reached.map(exactPlaceOf)));
  for (const rule of files.flatMap((file) => file.unreached))
    if (!reached.has(exactPlaceOf(rule))) unreached.set(exactPlaceOf(rule), rule);
  return [...unreached.values()];
}
