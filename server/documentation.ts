/** The texts that explain each field: loaded when they are first needed, and then kept. */
import type { Documentation } from "../core/features/hover.ts";

const NONE: Documentation = {};

export class DocumentationSource {
  #loading: Promise<Documentation> | undefined;

  constructor(private readonly load: () => Promise<Documentation>) {}

  /** Never rejects: what a field is for can be said without them. */
  get(): Promise<Documentation> {
    this.#loading ??= this.load().catch(() => {
      // Another time it may work.
      this.#loading = undefined;
      return NONE;
    });
    return this.#loading;
  }
}
