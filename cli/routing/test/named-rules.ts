/** The names under which a routing test may expect a rule. */
import { dirname, relative, sep } from "node:path";
import type { TestRule } from "../../../core/routing-tests/run.ts";
import { withTellingNames, type SourcedRule } from "../../../core/routing/sourced-rule.ts";

/** @param testFile to which paths in it are relative */
export function namedRules(rules: readonly SourcedRule[], testFile: string): TestRule[] {
  const inFile = new Map<string, number>();
  for (const { path } of rules) inFile.set(path, (inFile.get(path) ?? 0) + 1);
  return withTellingNames(rules).map((rule, position) => {
    const source = rules[position];
    const { name = "", sipDispatchRuleId: id = "" } = source?.rule ?? {};
    const path = source?.path ?? "";
    // A file with several rules names none of them.
    const files = inFile.get(path) === 1 ? [withSlashes(relative(dirname(testFile), path)), path] : [];
    const shown = rule.name ?? "";
    return { rule, names: [name, shown, id, ...files].filter((each) => each !== "") };
  });
}

/** Tests are written with `/` wherever they run. */
function withSlashes(path: string): string {
  return path.split(sep).join("/");
}

/**
 * Deployed rules that a test may expect by their files as well: the file's rule has the same id, or no id and a name
 * that one deployed rule has.
 */
export function deployedByName(deployed: readonly TestRule[], ofFiles: readonly TestRule[]): TestRule[] {
  const byId = new Map(deployed.map((each) => [each.rule.sipDispatchRuleId ?? "", each]));
  const byName = new Map<string, TestRule[]>();
  for (const each of deployed) {
    const { name = "" } = each.rule;
    const sameName = byName.get(name);
    if (sameName) sameName.push(each);
    else byName.set(name, [each]);
  }
  const more = new Map<TestRule, string[]>();
  for (const { rule, names } of ofFiles) {
    const { sipDispatchRuleId: id = "", name = "" } = rule;
    const [sameName, ...others] = name === "" ? [] : (byName.get(name) ?? []);
    const same = id !== "" ? byId.get(id) : others.length === 0 ? sameName : undefined;
    if (same) more.set(same, [...(more.get(same) ?? []), ...names]);
  }
  return deployed.map((each) => ({
    ...each,
    names: [...new Set([...each.names, ...(more.get(each) ?? [])])],
  }));
}
