/** What a file does not say but does, shown between its words. */
import type { InlayHint, Range as ProtocolRange } from "vscode-languageserver";
import { inlayHints } from "../../core/features/inlay-hints.ts";
import type { OpenDocument } from "../documents.ts";
import { toOffsets } from "../positions.ts";
import type { Reading } from "../readings.ts";

export function hintsIn(
  { file, settings }: Reading,
  { text }: OpenDocument,
  range: ProtocolRange,
): InlayHint[] {
  return inlayHints(file, toOffsets(text, range), settings.inlayHints).map(({ offset, label, tooltip }) => ({
    position: text.positionAt(offset),
    label,
    paddingLeft: true,
    ...(tooltip !== undefined && { tooltip }),
  }));
}
