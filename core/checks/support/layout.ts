/** How a member is written where it is put: in its neighbours' line, or on a line of its own. */
import type { LineStart } from "../../fixes.ts";
import type { JsonTree } from "../../json/tree.ts";
import { quoteString } from "../../json/strings.ts";
import { addedIndentation, indentation, startsLine } from "../../rules/convert/lines.ts";

/** An object to be made around a member, or a list with one object in it. */
export interface Step {
  readonly name: string;
  readonly isList: boolean;
}

/** What the document puts in front of a line for each level. */
export function indentUnit(tree: JsonTree): string {
  const first = tree.start(1 < tree.size ? 1 : 0);
  if (first === tree.start(0) || !startsLine(tree.text, first)) return "  ";
  return addedIndentation(indentation(tree.text, first), indentation(tree.text, tree.start(0))) || "  ";
}

/** Text that stood in a line indented like the one at `offset`, for lines indented like `lineStart`. */
export function reindented(tree: JsonTree, part: string, offset: number, lineStart: LineStart): string {
  if (lineStart === undefined || !/[\r\n]/.test(part)) return part;
  const from = indentation(tree.text, offset);
  const to = lineStart.replace(/^[\r\n]+/, "");
  return part.replace(/(\r\n|\n|\r)([ \t]*)/g, (all, lineBreak: string, blanks: string) =>
    blanks.startsWith(from) ? lineBreak + to + blanks.slice(from.length) : all,
  );
}

/**
 * A member in objects of its own, outermost first.
 * @param member writes the member behind such a line start
 */
export function nested(
  steps: readonly Step[],
  lineStart: LineStart,
  unit: string,
  member: (lineStart: LineStart) => string,
): string {
  const [step, ...inner] = steps;
  if (step === undefined) return member(lineStart);
  return `${quoteString(step.name)}: ${nestedValue(step, inner, lineStart, unit, member)}`;
}

/** The same without the outermost name. */
export function nestedValue(
  step: Step,
  inner: readonly Step[],
  lineStart: LineStart,
  unit: string,
  member: (lineStart: LineStart) => string,
): string {
  const [open, close] = step.isList ? ["[{", "}]"] : ["{", "}"];
  const below = lineStart === undefined ? undefined : lineStart + unit;
  return open + (below ?? "") + nested(inner, below, unit, member) + (lineStart ?? "") + close;
}
