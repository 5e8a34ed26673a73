/** What comes out of a conversion: the new text and the edits that make it, or the reason why there is none. */
import { applyEdits, inDocumentOrder } from "../../fixes.ts";
import { readJson } from "../../json/reader.ts";
import type { JsonTree } from "../../json/tree.ts";
import type { Edit, Range } from "../../problem.ts";
import { shapeOf } from "../forms.ts";

/** The forms that a file can be given: a create request, or a rule itself. */
export type FileForm = "wrapped" | "bare";

/** A field that the result does not have, as it was spelled. */
export interface RemovedField {
  readonly name: string;
  readonly reason: string;
}

/** `edits` are in document order and do not overlap; `text` is the document after them. */
export type Conversion =
  | {
      readonly ok: true;
      readonly text: string;
      readonly edits: readonly Edit[];
      readonly removed: readonly RemovedField[];
    }
  /** `range`: the place that cannot be expressed. */
  | { readonly ok: false; readonly reason: string; readonly range?: Range };

export function refuse(reason: string, range?: Range): Conversion {
  return range ? { ok: false, reason, range } : { ok: false, reason };
}

/** The conversion that these edits make. They must not overlap; a byte order mark goes as well. */
export function converted(
  tree: JsonTree,
  edits: readonly Edit[],
  removed: readonly RemovedField[] = [],
): Conversion {
  const { text } = tree;
  const all = text.startsWith("\ufeff") ? [{ start: 0, end: 1, newText: "" }, ...edits] : edits;
  const sorted = inDocumentOrder(all);
  return { ok: true, text: applyEdits(text, sorted), edits: sorted, removed };
}

/**
 * A bare file is told by its content. A rule that holds `dispatch_rule`, `items` or the like would be taken
 * for something else as soon as nothing is around it.
 * @param rule where it stands in the document
 */
export function checkedBare(conversion: Conversion, rule: Range): Conversion {
  if (!conversion.ok) return conversion;
  const { form } = shapeOf(readJson(conversion.text));
  if (form === "bare" || form === "none") return conversion;
  const what = { wrapped: "a create request", list: "a list", update: "an update request" }[form];
  return refuse(`What stands here looks like ${what} itself: it cannot be a rule of its own.`, rule);
}
