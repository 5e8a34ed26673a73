/** A place beside a problem, in one line. */
import type { RelatedPlace } from "../../core/problem.ts";
import { visible } from "../../core/text/visible.ts";
import { Lines } from "./lines.ts";

/** `3:5` in the same file, `rules/b.json:3:5` in another one, or the id of a deployed rule. */
export function relatedPlace(related: RelatedPlace, lines: Lines): string {
  const { document, deployed } = related;
  if (deployed) return visible(deployed.id);
  const { line, column } = (document ? new Lines(document.text) : lines).place(related.start);
  return document ? `${visible(document.uri)}:${line}:${column}` : `${line}:${column}`;
}
