/** What is being sent right now: a second press of a key must not send it again. Imports no editor. */

export class Underway {
  readonly #keys = new Set<string>();

  /** @returns `undefined` where the same is already under way */
  async run<T>(key: string, work: () => Promise<T>): Promise<T | undefined> {
    if (this.#keys.has(key)) return undefined;
    this.#keys.add(key);
    try {
      return await work();
    } finally {
      this.#keys.delete(key);
    }
  }
}
