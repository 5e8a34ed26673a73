/** A comparison in words: what a replacement would add, change and clear. */
import type { Comparison, Difference } from "../../core/compare/compare.ts";
import { isCredential } from "../../core/compare/credentials.ts";
import type { Plain } from "../../core/compare/plain-rule.ts";
import type { Paint, Style } from "../terminal/colour.ts";
import { shorten, visible } from "../terminal/visible.ts";

const LOOK: Readonly<Record<Difference["kind"], readonly [sign: string, style: Style]>> = {
  added: ["+", "green"],
  changed: ["~", "yellow"],
  cleared: ["-", "red"],
};
const LONGEST = 200;
const HIDDEN = "[hidden]";

/** A line for each difference, and what the file says for nothing. */
export function differencesText({ differences, defaults }: Comparison, paint: Paint): string {
  const lines = differences.map((difference) => {
    const [sign, style] = LOOK[difference.kind];
    const note = difference.isUnknown ? "  (a field that is not known here)" : "";
    return `  ${paint(style, `${sign} ${visible(difference.path)}`)}: ${values(difference)}${note}`;
  });
  if (defaults.length > 0)
    lines.push(`  = only defaults, the same as leaving them out: ${defaults.map(visible).join(", ")}`);
  return lines.map((line) => `${line}\n`).join("");
}

function values({ kind, path, before, after }: Difference): string {
  const show = (value: Plain | undefined): string =>
    isCredential(path) ? HIDDEN : value === undefined ? "" : visible(shorten(JSON.stringify(value), LONGEST));
  switch (kind) {
    case "added":
      return show(after);
    case "changed":
      return `${show(before)} -> ${show(after)}`;
    case "cleared":
      return `${show(before)} would be cleared`;
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

/** For scripts; credentials are hidden here as well. */
export function differencesJson({ differences }: Comparison): readonly object[] {
  return differences.map((each) =>
    isCredential(each.path)
      ? { ...each, ...("before" in each && { before: HIDDEN }), ...("after" in each && { after: HIDDEN }) }
      : each,
  );
}
