/** The nearest of a few known words to one that is not known, as a sentence to be put behind another. */
import { nearest } from "../core/text/nearest.ts";

/** ` Did you mean "x"?`, or nothing where none is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const candidate = nearest(word, known, (each) => each);
  return candidate === undefined ? "" : ` Did you mean "${candidate}"?`;
}
