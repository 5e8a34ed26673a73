/** A rule laid out so that two rules which LiveKit takes for the same have the same text, line by line. */
import { contentOf, sortedValue } from "./compare.ts";
import { plainRule, type Plain } from "./plain-rule.ts";
import { SETS } from "./same-list.ts";

/**
 * One spelling, fields in the order of their names, no defaults, nothing of the server's own, lists whose order says
 * nothing sorted.
 * @param text a rule itself, in a file's or the server's spelling
 * @returns `undefined` for what LiveKit could not read as a rule
 */
export function normalText(text: string): string | undefined {
  const rule = plainRule(text, "name");
  if (!rule) return undefined;
  const entries = Object.entries(contentOf(rule)).map(([name, value]): [string, Plain] => [
    name,
    SETS.has(name) && Array.isArray(value) ? (value as readonly Plain[]).toSorted() : value,
  ]);
  return `${JSON.stringify(sortedValue(Object.fromEntries(entries)), null, 2)}\n`;
}
