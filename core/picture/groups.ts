/** Rules by a key that several may share. */
import type { PictureRule } from "./origin.ts";

/** More than these are not looked at one by one: a check stays quick beside ten thousand rules that are alike. */
export const MOST_LOOKED_AT = 100;

export class RuleGroups {
  readonly #byKey = new Map<string, Set<PictureRule>>();

  add(key: string, rule: PictureRule): void {
    const group = this.#byKey.get(key);
    if (group) group.add(rule);
    else this.#byKey.set(key, new Set([rule]));
  }

  remove(key: string, rule: PictureRule): void {
    const group = this.#byKey.get(key);
    group?.delete(rule);
    if (group?.size === 0) this.#byKey.delete(key);
  }

  all(key: string): Iterable<PictureRule> {
    return this.#byKey.get(key) ?? [];
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }
}
