/** Commands for a POSIX shell, in which secrets are variables that must be set. Imports no editor. */
import { contentOf } from "../../../core/compare/compare.ts";
import { isCredential } from "../../../core/compare/credentials.ts";
import { memberPath } from "../../../core/compare/path.ts";
import { plainRule, type Plain, type PlainMessage } from "../../../core/compare/plain-rule.ts";

/** A word as the shell takes it, whatever is in it. */
export function shellWord(word: string): string {
  return /^[\w./:@+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The shell refuses the command while the variable is not set, so that no placeholder is ever sent. */
export function shellVariable(name: string): string {
  return `"\${${name}:?}"`;
}

/** Private use: no key on any keyboard. */
const MARK = /\ue000([A-Z0-9_]+)\ue001/g;

/**
 * A rule as JSON in one shell word, its PIN and its storage credentials as variables.
 * @param rule JSON of a rule itself; comes back without the server's own fields
 * @param around what the rule is put into
 */
export function ruleWord(
  rule: string,
  around: (rule: PlainMessage) => unknown,
): { readonly word: string; readonly variables: readonly string[] } {
  const plain = plainRule(rule, "name");
  const variables: string[] = [];
  const value = around(plain ? (masked(contentOf(plain), "", variables) as PlainMessage) : {});
  const json = JSON.stringify(value).replaceAll("'", `'\\''`);
  return { word: `'${json.replace(MARK, (_, name: string) => `'${shellVariable(name)}'`)}'`, variables };
}

function masked(value: Plain, path: string, variables: string[]): Plain {
  if (Array.isArray(value))
    return value.map((item: Plain, index) => masked(item, `${path}[${index}]`, variables));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, masked(item, memberPath(path, name), variables)]),
    );
  const isPin = /^rule\.dispatch_rule_\w+\.pin$/.test(path);
  if (typeof value !== "string" || value === "" || !(isPin || isCredential(path))) return value;
  const name = isPin ? "LIVEKIT_RULE_PIN" : unused(variableName(path), variables);
  variables.push(name);
  return `\ue000${name}\ue001`;
}

function variableName(path: string): string {
  return `LIVEKIT_RULE_${/(\w+?)(?:\[\d+\])?$/.exec(path)?.[1]?.toUpperCase() ?? "SECRET"}`;
}

function unused(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
