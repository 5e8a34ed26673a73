/** Ids as LiveKit makes them (livekit/protocol, utils/guid/id.go): a prefix and twelve random characters. */

/** Without characters that look alike. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const LENGTH = 12;

export type Prefix = "SDR_" | "ST_" | "RM_" | "PA_";

/** Fills an array with random bytes; `crypto.getRandomValues` outside of tests. */
export type RandomBytes = (count: number) => Uint8Array;

export const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));

export function newId(prefix: Prefix, random: RandomBytes): string {
  return prefix + randomText(LENGTH, ALPHABET, random);
}

const LETTERS_AND_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A room's TURN password (`utils.RandomSecret`). */
export function newSecret(random: RandomBytes): string {
  return randomText(43, LETTERS_AND_DIGITS, random);
}

/** Bytes that would prefer some characters are thrown away. */
function randomText(length: number, alphabet: string, random: RandomBytes): string {
  const limit = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length)
    for (const byte of random(length))
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length]!;
  return text;
}
