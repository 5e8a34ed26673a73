/**
 * Names that the reader recognizes while it reads a key (`NameTable` finds one in a text that was read already): each of their characters is looked at once, and nobody needs
 * to look the name up afterwards. States stand in one row; where a state's character fits, the next one follows.
 */

const QUOTE = 0x22;

interface Branch {
  readonly children: Map<number, Branch>;
  mark: number;
}

export class NameTrie {
  /** The character that a state waits for; the closing quote at a name's end. State 0 waits for nothing. */
  readonly characters: Uint8Array;
  /** The state that waits for another character in the same place, or 0. */
  readonly others: Uint16Array;
  /** Below 0 where a name has ended: minus its place among the names, from 1. */
  readonly marks: Int16Array;
  /** The first state by a name's first character. */
  readonly firsts = new Uint16Array(256);
  private readonly ids = new Map<string, number>();

  /** @param names in ASCII and without anything to escape; the first ones are found soonest */
  constructor(names: Iterable<string>) {
    const root: Branch = { children: new Map(), mark: 0 };
    let size = 1;
    for (const name of names) {
      if (this.ids.has(name)) continue;
      this.ids.set(name, this.ids.size + 1);
      let branch = root;
      for (let i = 0; i <= name.length; i++) {
        const unit = i < name.length ? name.charCodeAt(i) : QUOTE;
        let next = branch.children.get(unit);
        if (!next) {
          branch.children.set(unit, (next = { children: new Map(), mark: 0 }));
          size++;
        }
        branch = next;
      }
      branch.mark = -this.ids.size;
    }
    this.characters = new Uint8Array(size);
    this.others = new Uint16Array(size);
    this.marks = new Int16Array(size);
    let state = 1;
    /** Lays out what may follow, each child directly before its own children. */
    const layOut = ({ children }: Branch, isRoot: boolean): void => {
      let before = 0;
      for (const [unit, child] of children) {
        if (isRoot) this.firsts[unit] = state;
        else if (before > 0) this.others[before] = state;
        before = state;
        this.characters[state] = unit;
        this.marks[state] = child.mark;
        state++;
        layOut(child, false);
      }
    };
    layOut(root, true);
  }

  get count(): number {
    return this.ids.size;
  }

  /** A name's place, from 1; 0 for a name that is not among them. */
  idOf(name: string): number {
    return this.ids.get(name) ?? 0;
  }
}

export const NO_NAMES = new NameTrie([]);
