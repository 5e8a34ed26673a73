import { editDistance } from "./edit-distance.ts";

/** Nobody means one of LiveKit's names by one longer than this. */
const LONGEST = 60;
/** With fewer letters, the start of a name may be the start of anything. */
const SHORTEST_PREFIX = 4;

/** A name without what people vary in names: case, `_`, `-`, blanks. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[_\-. ]/g, "");
}

/** A candidate with its plain name, which is made once and compared often. */
export interface Candidate<T> {
  readonly plain: string;
  readonly value: T;
}

export function candidate<T>(name: string, value: T): Candidate<T> {
  return { plain: plainName(name), value };
}

/**
 * The candidate that an author most likely meant by `name`: the same but for case and separators, else one that
 * differs by few letters, else the only one that starts with it. The first of equals; `undefined` if none is near.
 */
export function nearest<T>(name: string, candidates: readonly Candidate<T>[]): T | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = plainName(name);
  if (wanted === "") return undefined;
  let best: T | undefined;
  let bestDistance = mistakesAllowed(wanted.length) + 1;
  let starting: T | undefined;
  let startingCount = 0;
  for (const { plain, value } of candidates) {
    const distance = editDistance(wanted, plain, bestDistance - 1);
    if (distance < bestDistance) {
      best = value;
      bestDistance = distance;
    }
    if (wanted.length >= SHORTEST_PREFIX && plain.startsWith(wanted)) {
      starting = value;
      startingCount++;
    }
  }
  return best ?? (startingCount === 1 ? starting : undefined);
}

function mistakesAllowed(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3;
}
