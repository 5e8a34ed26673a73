/** SHA-256 (FIPS 180-4) in plain code: the identity of a caller whose number is hidden is made from it. */

const ROUNDS = 64;
const primes = firstPrimes(ROUNDS);
/** The first 32 bits behind the point of the cube roots of the first 64 primes ... */
const CONSTANTS = primes.map((prime) => fraction(Math.cbrt(prime)));
/** ... and of the square roots of the first eight. */
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

/** The digest as 64 lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const state = [...START];
  const blocks = padded(bytes);
  const schedule = new Array<number>(ROUNDS).fill(0);
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let i = 0; i < 16; i++) schedule[i] = blocks.getInt32(at + i * 4);
    for (let i = 16; i < ROUNDS; i++) schedule[i] = extended(schedule, i);
    addBlock(state, schedule);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The message, a one bit, zeros, and its length in bits, in whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function extended(schedule: readonly number[], i: number): number {
  const early = schedule[i - 15]!;
  const late = schedule[i - 2]!;
  const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
  const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
  return (schedule[i - 16]! + small0 + schedule[i - 7]! + small1) | 0;
}

function addBlock(state: number[], schedule: readonly number[]): void {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < ROUNDS; i++) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + big1 + choice + CONSTANTS[i]! + schedule[i]!) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + big0 + majority) | 0];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i]! + word) | 0;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
