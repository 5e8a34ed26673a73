/** Puts what was chosen into the text: quotes, commas, and where a missing comma goes. */
import { insertText } from "../../fixes.ts";
import { quoteString } from "../../json/strings.ts";
import type { Edit } from "../../problem.ts";
import type { Choice } from "./choice.ts";
import type { Commas } from "./cursor.ts";
import type { CompletionItem } from "./item.ts";
import type { Token } from "./token.ts";

export interface Spot {
  readonly token: Token;
  readonly commas: Commas;
  /** White space that belongs in front of what is written. */
  readonly gap?: string;
}

export const NO_COMMAS: Commas = { before: undefined, after: "" };

/** The items for some choices at one place, in this order; the first is selected. */
export function placed(choices: readonly Choice[], { token, commas, gap = "" }: Spot): CompletionItem[] {
  const { start, end } = token;
  const isSplit = commas.before !== undefined && commas.before < start;
  // Directly behind what lacks it, which is another edit unless that is where the token begins.
  const additionalEdits: Edit[] | undefined = isSplit ? [insertText(commas.before, ",")] : undefined;
  const front = commas.before === undefined || isSplit ? gap : ", ";
  return choices.map((choice, index) => ({
    label: choice.label,
    kind: choice.kind,
    detail: choice.detail,
    documentationKey: choice.documentationKey,
    edit: { start, end, newText: front + choice.newText + commas.after, isSnippet: choice.isSnippet },
    additionalEdits,
    sortText: SORT_TEXTS[index] ?? String(index).padStart(5, "9"),
    filterText: filterText(choice, token),
    preselect: index === 0,
    deprecated: choice.deprecated,
    suggestsNext: choice.suggestsNext,
  }));
}

const SORT_TEXTS: readonly string[] = Array.from({ length: 100 }, (_, index) =>
  String(index).padStart(3, "0"),
);

/** Editors compare it with what stands from the start of the range on, a quote included. */
function filterText({ label, alias, newText }: Choice, token: Token): string {
  const words = alias === undefined ? label : `${label} ${alias}`;
  if (!token.isString && newText.charCodeAt(0) !== 0x22) return words;
  return alias === undefined && newText.length === label.length + 2 ? newText : quoteString(words);
}
