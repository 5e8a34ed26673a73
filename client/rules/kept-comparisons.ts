/** The texts of comparisons that tabs may still show, and what each is about. Imports no editor. */

/** How many texts are kept. */
const MOST = 40;

/** What a command needs to go on from a comparison. */
export interface Compared {
  /** The file's address. */
  readonly file: string;
  readonly projectId: string;
  readonly ruleId: string;
}

export class KeptComparisons {
  readonly #kept = new Map<string, { readonly text: string; readonly about: Compared | undefined }>();
  #number = 0;

  /** @returns the paths of the two sides */
  keep(
    texts: { readonly deployed: string; readonly file: string },
    about: Compared | undefined,
  ): { readonly deployed: string; readonly file: string } {
    const number = ++this.#number;
    const paths = { deployed: `/${number}/deployed.json`, file: `/${number}/file.json` };
    this.#kept.set(paths.deployed, { text: texts.deployed, about });
    this.#kept.set(paths.file, { text: texts.file, about });
    for (const path of [...this.#kept.keys()].slice(0, Math.max(0, this.#kept.size - MOST)))
      this.#kept.delete(path);
    return paths;
  }

  text(path: string): string | undefined {
    return this.#kept.get(path)?.text;
  }

  /** @param path of either side */
  about(path: string): Compared | undefined {
    return this.#kept.get(path)?.about;
  }
}
