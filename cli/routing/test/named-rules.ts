/** The names under which a routing test may expect a rule. */
import { dirname, relative } from "node:path";
import type { TestRule } from "../../../core/routing-tests/run.ts";
import { withTellingNames, type SourcedRule } from "../sourced-rule.ts";

/** @param testFile to which paths in it are relative */
export function namedRules(rules: readonly SourcedRule[], testFile: string): TestRule[] {
  const inFile = new Map<string, number>();
  for (const { path } of rules) inFile.set(path, (inFile.get(path) ?? 0) + 1);
  return withTellingNames(rules).map((rule, position) => {
    const source = rules[position];
    const { name = "", sipDispatchRuleId: id = "" } = source?.rule ?? {};
    const path = source?.path ?? "";
    // A file with several rules names none of them.
    const files = inFile.get(path) === 1 ? [relative(dirname(testFile), path), path] : [];
    const shown = rule.name ?? "";
    return { rule, names: [name, shown, id, ...files].filter((each) => each !== "") };
  });
}
