/** The nearest of a few known words to one that is not known, as a sentence to be put behind another. */
import { candidate, nearest } from "./nearest.ts";

/** ` Did you mean "x"?`, or nothing where none is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(
    word,
    Array.from(known, (each) => candidate(each, each)),
  );
  return near === undefined ? "" : ` Did you mean "${near}"?`;
}
