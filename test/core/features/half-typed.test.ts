import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readRuleDocument } from "../../../core/document.ts";
import { foldingRanges } from "../../../core/features/folding.ts";
import { formatDocument, formatRange } from "../../../core/features/format.ts";
import { highlights } from "../../../core/features/highlights.ts";
import { inlayHints } from "../../../core/features/inlay-hints.ts";
import { documentLinks } from "../../../core/features/links.ts";
import { applyMetadataEdit } from "../../../core/features/metadata-edit.ts";
import { metadataAt, metadataStrings } from "../../../core/features/metadata-strings.ts";
import { refactorings } from "../../../core/features/refactorings.ts";
import { selectionRanges } from "../../../core/features/selection-ranges.ts";
import { documentSymbols } from "../../../core/features/symbols.ts";
import { EXAMPLES } from "../../support/documents.ts";

const LAYOUT = { tabSize: 2, insertSpaces: true };
/** Places that only a wrong client sends. */
const ODD = [-1, 0.5, Number.NaN, Infinity, 1e12];

describe("half-typed files", () => {
  for (const [name, whole] of Object.entries(EXAMPLES))
    test(`every prefix of "${name}", with the cursor at its end and at places that are none`, () => {
      for (let length = 0; length <= whole.length; length++) {
        const text = whole.slice(0, length);
        const document = readRuleDocument(text);
        documentSymbols(document);
        foldingRanges(document);
        documentLinks(document, () => "https://docs.livekit.io/");
        formatDocument(text, LAYOUT);
        for (const offset of [length, ...ODD]) {
          const range = { start: 0, end: offset };
          assert.ok(selectionRanges(document, offset).length > 0);
          highlights(document, offset);
          metadataAt(document, offset);
          inlayHints(document, range);
          refactorings(document, range);
          formatRange(text, range, LAYOUT);
        }
        for (const { path, text: value } of metadataStrings(document))
          applyMetadataEdit(text, path, value, `${value}"`);
      }
    });
});
