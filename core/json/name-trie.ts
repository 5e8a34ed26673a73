/**
 * Names that the reader recognizes while it reads a key (`NameTable` finds one in a text that was read already): four
 * of their characters are looked at together, and nobody needs to look the name up afterwards. A name is cut into
 * blocks of four, its closing quote included. States stand in one row; where a state's block fits, the next one follows.
 */

const BLOCK = 4;

interface Branch {
  readonly children: Map<string, Branch>;
  mark: number;
}

export class NameTrie {
  /** The block that a state waits for, its first character lowest; state 0 waits for nothing. */
  readonly blocks: Int32Array;
  /** Which bits of it count: a name's last block may be shorter. */
  readonly masks: Int32Array;
  /** The state that waits for another block in the same place, or 0. */
  readonly others: Uint16Array;
  /** Below 0 where a name has ended: minus its place among the names, from 1. */
  readonly marks: Int16Array;
  /** How long that last block is, without the quote. */
  readonly rests: Uint8Array;
  /** The first state by what `firstOf` says. */
  readonly firsts = new Uint16Array(256);
  private readonly ids = new Map<string, number>();

  /** @param names of letters, digits and `_`, not empty; the first ones are found soonest */
  constructor(names: Iterable<string>) {
    const root: Branch = { children: new Map(), mark: 0 };
    let size = 1;
    for (const name of names) {
      if (this.ids.has(name)) continue;
      this.ids.set(name, this.ids.size + 1);
      let branch = root;
      for (const block of blocksOf(`${name}"`)) {
        let next = branch.children.get(block);
        if (!next) {
          branch.children.set(block, (next = { children: new Map(), mark: 0 }));
          size++;
        }
        branch = next;
      }
      branch.mark = -this.ids.size;
    }
    this.blocks = new Int32Array(size);
    this.masks = new Int32Array(size);
    this.others = new Uint16Array(size);
    this.marks = new Int16Array(size);
    this.rests = new Uint8Array(size);
    let state = 1;
    /** Of the names that `firstOf` does not tell apart, the states of their first blocks follow one another. */
    const lasts = new Uint16Array(256);
    for (const [block, child] of root.children) {
      const row = firstOf(block.charCodeAt(0), block.charCodeAt(1));
      if (lasts[row] === 0) this.firsts[row] = state;
      else this.others[lasts[row]!] = state;
      lasts[row] = state;
      state = this.layOut(block, child, state);
    }
  }

  /** Lays out a block and, behind it, what may follow; returns the next free state. */
  private layOut(block: string, { children, mark }: Branch, state: number): number {
    this.blocks[state] = wordOf(block);
    this.masks[state] = block.length < BLOCK ? (1 << (8 * block.length)) - 1 : -1;
    this.marks[state] = mark;
    this.rests[state] = block.length - 1;
    let next = state + 1;
    let before = 0;
    for (const [following, child] of children) {
      if (before > 0) this.others[before] = next;
      before = next;
      next = this.layOut(following, child, next);
    }
    return next;
  }

  get count(): number {
    return this.ids.size;
  }

  /** A name's place, from 1; 0 for a name that is not among them. */
  idOf(name: string): number {
    return this.ids.get(name) ?? 0;
  }
}

/** Tells names apart by their first two characters, the second of which may be the closing quote. */
export function firstOf(first: number, second: number): number {
  return (first * 5 + second) & 0xff;
}

function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  for (let at = 0; at < text.length; at += BLOCK) blocks.push(text.slice(at, at + BLOCK));
  return blocks;
}

/** As `DataView.getInt32` reads four bytes from low to high. */
export function wordOf(block: string): number {
  let word = 0;
  for (let at = 0; at < block.length; at++) word |= block.charCodeAt(at) << (8 * at);
  return word;
}

export const NO_NAMES = new NameTrie([]);
