/** What is costly to find out and stays true until something changes. */
export class Memory {
  readonly #known = new Map<string, unknown>();

  /** @param key always for the same kind of value */
  of<T>(key: string, find: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, find());
    return this.#known.get(key) as T;
  }

  clear(): void {
    this.#known.clear();
  }
}
