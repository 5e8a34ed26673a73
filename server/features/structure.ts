/** What the structure of a document gives: folding, growing selections, highlights, links. */
import type {
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  Position,
  SelectionRange,
} from "vscode-languageserver";
import { foldingRanges } from "../../core/features/folding.ts";
import { highlights } from "../../core/features/highlights.ts";
import type { Documentation } from "../../core/features/hover.ts";
import { documentLinks } from "../../core/features/links.ts";
import { selectionRanges } from "../../core/features/selection-ranges.ts";
import type { ClientSupport } from "../client-support.ts";
import type { OpenDocument } from "../documents.ts";
import { toOffset, toProtocolRange } from "../positions.ts";
import type { Reading } from "../readings.ts";

/** By lines alone, which every client understands. */
export function folds({ file }: Reading, { text }: OpenDocument, client: ClientSupport): FoldingRange[] {
  const found: FoldingRange[] = [];
  for (const { start, end, kind } of foldingRanges(file)) {
    if (found.length >= client.mostFolds) break;
    const startLine = text.positionAt(start).line;
    const endLine = text.positionAt(end).line;
    if (endLine > startLine)
      found.push(kind === "comment" ? { startLine, endLine, kind } : { startLine, endLine });
  }
  return found;
}

/** One for each position, as the protocol wants it. */
export function selections(
  { file }: Reading,
  { text }: OpenDocument,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    let outer: SelectionRange | undefined;
    for (const range of selectionRanges(file, toOffset(text, position)).toReversed()) {
      const own = { range: toProtocolRange(text, range) };
      outer = outer ? { ...own, parent: outer } : own;
    }
    return outer ?? { range: { start: position, end: position } };
  });
}

export function highlightsAt({ file }: Reading, { text }: OpenDocument, offset: number): DocumentHighlight[] {
  return highlights(file, offset).map((range) => ({ range: toProtocolRange(text, range) }));
}

export function links(
  { file }: Reading,
  { text }: OpenDocument,
  documentation: Documentation,
  client: ClientSupport,
): DocumentLink[] {
  const linkFor = (name: string): string | undefined =>
    Object.hasOwn(documentation, name) ? documentation[name]?.link : undefined;
  return documentLinks(file, linkFor).map((link) => ({
    range: toProtocolRange(text, link),
    target: link.url,
    ...(client.linkTooltips && link.tooltip !== undefined && { tooltip: link.tooltip }),
  }));
}
