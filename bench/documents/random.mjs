// Repeatable randomness: the same seed gives the same documents on every machine.

/**
 * A generator of numbers in [0, 1) (mulberry32).
 * @param {number} seed
 * @returns {() => number}
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to below `end`. */
export const below = (next, end) => Math.floor(next() * end);

/** One of `choices`. */
export const pick = (next, choices) => choices[below(next, choices.length)];

/** An array of `length` results of `make`. */
export const times = (length, make) => Array.from({ length }, (_, index) => make(index));

const ID_LETTERS = "0123456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

/** Letters as LiveKit's ids have them. */
export const idLetters = (next, length) => times(length, () => ID_LETTERS[below(next, 57)]).join("");

/** A number in E.164. */
export const phoneNumber = (next) => "+1" + Math.floor(2e9 + next() * 7.9e9);
