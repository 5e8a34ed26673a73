/** Hover: what `core` says about a place, with the documentation of the field. */
import type { Hover } from "vscode-languageserver";
import type { Facts } from "../../core/features/facts.ts";
import { hover, renderHover, type Documentation } from "../../core/features/hover.ts";
import type { ClientSupport } from "../client-support.ts";
import type { OpenDocument } from "../documents.ts";
import { toProtocolRange } from "../positions.ts";
import type { Reading } from "../readings.ts";
import { markup } from "./markup.ts";

/** Given away at once: the texts may have to be loaded, and meanwhile the document can change. */
export function hoverAt(
  { file }: Reading,
  { text }: OpenDocument,
  offset: number,
  facts: Facts,
  client: ClientSupport,
): ((documentation: Documentation) => Hover) | undefined {
  const found = hover(file, offset, facts);
  if (!found) return undefined;
  const range = toProtocolRange(text, found.range);
  return (documentation) => ({
    contents: markup(renderHover(found.parts, documentation), client.markdownHover),
    range,
  });
}
