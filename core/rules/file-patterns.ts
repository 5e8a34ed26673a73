/** Which files hold dispatch rules, told by their names: the editor's language and a search through folders. */

/** Globs as VS Code reads `filenamePatterns`: without a slash they stand for the file's name alone. */
export const RULE_FILE_PATTERNS: readonly string[] = [
  "dispatch-rule.json",
  "dispatch_rule.json",
  "*.dispatch-rule.json",
  "*-dispatch-rule.json",
  "*_dispatch_rule.json",
  "dispatch-rules.json",
  "dispatch_rules.json",
  "*.dispatch-rules.json",
  "*-dispatch-rules.json",
  "*_dispatch_rules.json",
  "**/dispatch-rules/*.json",
];

/** Folders that a search does not enter. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(["node_modules", ".git"]);

const RULE_FILE = new RegExp(RULE_FILE_PATTERNS.map(endOfPath).join("|"), "i");

function endOfPath(pattern: string): string {
  const names = pattern.replace(/^\*\*\//, "").split("/");
  return `(?:^|[/\\\\])${names.map(nameMatcher).join("[/\\\\]")}$`;
}

function nameMatcher(name: string): string {
  return name.replace(/[.+?^${}()|[\]]/g, "\\$&").replaceAll("*", "[^/\\\\]*");
}

/** @param path absolute, or at least with the folder that the file lies in; either slash */
export function isRuleFile(path: string): boolean {
  return RULE_FILE.test(path);
}
