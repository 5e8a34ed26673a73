/** Everything that can be done with a place in a document where nothing is wrong. */
import type { RuleDocument } from "../document.ts";
import type { Range } from "../problem.ts";
import { insideText } from "./node-around.ts";
import { convertForm } from "./refactor/form.ts";
import { switchKind } from "./refactor/kind.ts";
import { extractListItem } from "./refactor/list-item.ts";
import { rewriteMetadata } from "./refactor/metadata.ts";
import type { Refactor, Refactoring } from "./refactor/refactoring.ts";
import { spellFields } from "./refactor/spelling.ts";

export type { NewFile, Refactoring } from "./refactor/refactoring.ts";

/** The nearest to the cursor first. */
const REFACTORS: readonly Refactor[] = [
  rewriteMetadata,
  switchKind,
  extractListItem,
  convertForm,
  spellFields,
];

/** In a text that is no JSON there are none: what the reader guessed there would be written down as meant. */
export function refactorings(document: RuleDocument, range: Range): readonly Refactoring[] {
  const { tree } = document;
  if (tree.problems.some(({ kind }) => kind !== "byte-order-mark")) return [];
  const place = insideText(tree.text, range);
  return REFACTORS.flatMap((refactor) => refactor(document, place));
}
