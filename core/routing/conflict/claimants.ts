/** Which rules, by their position, make a claim. */

const NOBODY = -1;
const NOTHING: readonly number[] = [];

export class Claimants {
  /** The first rule by position for each claim, or `NOBODY`. */
  private readonly first: number[] = [];
  /** The others, ascending; a rule that makes a claim twice stands here twice. Few claims have any. */
  private readonly others = new Map<number, number[]>();
  /** The last answer that came across a claim. */
  private readonly seenBy: number[] = [];
  private answers = 0;

  add(claim: number, position: number): void {
    if (claim >= this.first.length) {
      this.first.push(position);
      this.seenBy.push(0);
      return;
    }
    const first = this.first[claim]!;
    if (first === NOBODY) this.first[claim] = position;
    else if (position >= first) this.addOther(claim, position);
    else {
      this.addOther(claim, first);
      this.first[claim] = position;
    }
  }

  remove(claim: number, position: number): void {
    const others = this.others.get(claim);
    if (!others) {
      this.first[claim] = NOBODY;
      return;
    }
    if (this.first[claim] === position) this.first[claim] = others.shift() ?? NOBODY;
    else others.splice(placeBehind(others, position) - 1, 1);
    if (others.length === 0) this.others.delete(claim);
  }

  /**
   * @param claims all that the rule at `position` makes, in LiveKit's order
   * @returns who had them first, then those to whom it was first, ascending
   */
  conflictsOf(position: number, claims: readonly number[]): number[] {
    const answer = ++this.answers;
    const found: number[] = [];
    let later: number[] | undefined;
    for (const claim of claims) {
      const first = this.first[claim]!;
      if (first !== position || this.seenBy[claim] === answer) found.push(first);
      else {
        later ??= [];
        for (const other of this.others.get(claim) ?? NOTHING) if (other !== position) later.push(other);
      }
      this.seenBy[claim] = answer;
    }
    return later ? found.concat(later.sort((a, b) => a - b)) : found;
  }

  /** The other rules that make any of these claims, each once and at most so many. */
  sharing(position: number, claims: readonly number[], most: number): number[] {
    const found = new Set<number>();
    for (const claim of claims) {
      if (found.size >= most) break;
      const first = this.first[claim]!;
      if (first !== position) found.add(first);
      for (const other of this.others.get(claim) ?? NOTHING) {
        if (found.size >= most) break;
        if (other !== position) found.add(other);
      }
    }
    return [...found];
  }

  private addOther(claim: number, position: number): void {
    const others = this.others.get(claim);
    if (!others) this.others.set(claim, [position]);
    else if (position >= others.at(-1)!) others.push(position);
    else others.splice(placeBehind(others, position), 0, position);
  }
}

/** Behind the last that is not greater. */
function placeBehind(ascending: readonly number[], position: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
