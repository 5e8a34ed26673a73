/** Places in the value of a JSON string and in the document, both ways, with every escape counted. */
import { unescapeString } from "./strings.ts";

/** What `unescapeString` resolves; a broken escape is left as it stands and counts by the character. */
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/g;

export class StringOffsets {
  /** The string's value. */
  readonly value: string;
  /** Where in the value each escape stands, and how many characters too long the text is behind it. */
  private readonly indexes: number[] = [];
  private readonly surplus: number[] = [];

  /** @param start offset behind the opening quote @param end offset of the closing one */
  constructor(
    text: string,
    private readonly start: number,
    private readonly end: number,
  ) {
    const inner = text.slice(start, end);
    this.value = unescapeString(inner);
    if (this.value.length === inner.length) return;
    let surplus = 0;
    for (const { index, 0: escape } of inner.matchAll(ESCAPE)) {
      this.indexes.push(index - surplus);
      surplus += escape.length - 1;
      this.surplus.push(surplus);
    }
  }

  /** Offset in the document of the character at `index`, in UTF-16 units; behind the last one, of the quote. */
  toOffset(index: number): number {
    const inside = Math.min(Math.max(index, 0), this.value.length);
    const escapes = this.countEscapes((escape) => this.indexes[escape]! < inside);
    return this.start + inside + (this.surplus[escapes - 1] ?? 0);
  }

  /** Index of the character that an offset stands in front of or, in an escape, within. */
  toIndex(offset: number): number {
    const inside = Math.min(Math.max(offset, this.start), this.end) - this.start;
    const textStart = (escape: number): number => this.indexes[escape]! + (this.surplus[escape - 1] ?? 0);
    const last = this.countEscapes((escape) => textStart(escape) <= inside) - 1;
    if (last < 0) return inside;
    return Math.max(this.indexes[last]!, inside - this.surplus[last]!);
  }

  /** How many escapes fulfil a condition that holds up to one of them and not behind it. */
  private countEscapes(holds: (escape: number) => boolean): number {
    let low = 0;
    let high = this.indexes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
