/** A comparison in words: what a replacement would add, change and clear. */
import type { Comparison, Difference } from "./compare.ts";
import { isCredential } from "./credentials.ts";
import type { Plain } from "./plain-rule.ts";

export const SIGNS: Readonly<Record<Difference["kind"], string>> = { added: "+", changed: "~", cleared: "-" };

const HIDDEN = "[hidden]";

/**
 * What becomes of the values; credentials are hidden.
 * @param show a value as a line can hold it
 */
export function differenceWords(
  { kind, path, before, after }: Difference,
  show: (value: Plain) => string,
): string {
  const shown = (value: Plain | undefined): string =>
    isCredential(path) ? HIDDEN : value === undefined ? "" : show(value);
  switch (kind) {
    case "added":
      return shown(after);
    case "changed":
      return `${shown(before)} → ${shown(after)}`;
    case "cleared":
      return `${shown(before)} would be cleared`;
  }
}

/** `1 added, 2 cleared` */
export function differencesCount({ differences }: Comparison): string {
  const kinds = ["added", "changed", "cleared"] as const;
  const counts = kinds.map(
    (kind) => [differences.filter((each) => each.kind === kind).length, kind] as const,
  );
  return counts.flatMap(([count, kind]) => (count > 0 ? [`${count} ${kind}`] : [])).join(", ");
}
