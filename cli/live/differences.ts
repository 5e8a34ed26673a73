/** A comparison in words: what a replacement would add, change and clear. */
import type { Comparison, Difference } from "../../core/compare/compare.ts";
import { isCredential } from "../../core/compare/credentials.ts";
import { differenceWords, SIGNS } from "../../core/compare/difference-words.ts";
import type { Paint, Style } from "../terminal/colour.ts";
import { shorten, visible } from "../../core/text/visible.ts";

const STYLES: Readonly<Record<Difference["kind"], Style>> = {
  added: "green",
  changed: "yellow",
  cleared: "red",
};
const LONGEST = 200;
const HIDDEN = "[hidden]";

/** What a server has answered with says nearly everything, and most of it is a default. */
const MOST_DEFAULTS = 8;

/** A line for each difference, and what the file says for nothing. */
export function differencesText({ differences, defaults }: Comparison, paint: Paint): string {
  const lines = differences.map((difference) => {
    const note = difference.isUnknown ? "  (a field that is not known here)" : "";
    return `  ${paint(STYLES[difference.kind], `${SIGNS[difference.kind]} ${visible(difference.path)}`)}: ${values(difference)}${note}`;
  });
  if (defaults.length > 0) {
    const more = defaults.length > MOST_DEFAULTS ? `, and ${defaults.length - MOST_DEFAULTS} more` : "";
    const named = defaults.slice(0, MOST_DEFAULTS).map(visible).join(", ");
    lines.push(`  = only defaults, the same as leaving them out: ${named}${more}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function values(difference: Difference): string {
  return differenceWords(difference, (value) => visible(shorten(JSON.stringify(value), LONGEST)));
}

/** For scripts; credentials are hidden here as well. */
export function differencesJson({ differences }: Comparison): readonly object[] {
  return differences.map((each) =>
    isCredential(each.path)
      ? { ...each, ...("before" in each && { before: HIDDEN }), ...("after" in each && { after: HIDDEN }) }
      : each,
  );
}
