/** Which called numbers rules take on each trunk, counted, so that one rule can come and go. */
import { numberKey } from "../routing/number-key.ts";
import type { DispatchRule } from "../routing/types.ts";

class TrunkNumbers {
  rules = 0;
  /** How many rules take every number. */
  open = 0;
  readonly keys = new Map<string, number>();
}

const NO_TRUNK: readonly string[] = [""];

export class ServedNumbers {
  readonly #byTrunk = new Map<string, TrunkNumbers>();

  add(rule: DispatchRule): void {
    this.#count(rule, 1);
  }

  remove(rule: DispatchRule): void {
    this.#count(rule, -1);
  }

  /** How many rules list a trunk; `""` for how many list none. */
  countOn(trunkId: string): number {
    return this.#byTrunk.get(trunkId)?.rules ?? 0;
  }

  /** Whether a rule of the trunk (`""`: of none) takes calls to a number, in whatever format. */
  takes(trunkId: string, key: string): boolean {
    const numbers = this.#byTrunk.get(trunkId);
    return numbers !== undefined && (numbers.open > 0 || numbers.keys.has(key));
  }

  #count({ trunkIds, numbers }: DispatchRule, step: 1 | -1): void {
    for (const id of trunkIds?.length ? trunkIds : NO_TRUNK) {
      const here = this.#byTrunk.get(id) ?? new TrunkNumbers();
      this.#byTrunk.set(id, here);
      here.rules += step;
      if (!numbers?.length) here.open += step;
      for (const number of numbers ?? []) {
        const key = numberKey(number);
        const count = (here.keys.get(key) ?? 0) + step;
        if (count > 0) here.keys.set(key, count);
        else here.keys.delete(key);
      }
      if (here.rules === 0) this.#byTrunk.delete(id);
    }
  }
}
