/**
 * The whole picture: the rules of many files, and what is known of a project, held together and kept up to date file
 * by file. The checks in `checks/` look at one rule in it.
 */
import type { RuleDocument } from "../document.ts";
import { CompetingRules, type Scope } from "./competing-rules.ts";
import { readPictureFile, type ReadFile } from "./file.ts";
import { Memory } from "./memory.ts";
import {
  NOTHING_KNOWN,
  type DeployedRule,
  type PictureFacts,
  type PictureFile,
  type RuleInFile,
} from "./origin.ts";
import { PinDigests } from "./pin-digest.ts";
import { Trunks } from "./trunks.ts";

export interface PictureOptions {
  readonly scope?: Scope;
  /** Whether somebody said that the files are all the rules of one project, and not only this program guesses so. */
  readonly isStated?: boolean;
}

interface FileEntry extends ReadFile {
  inPicture: readonly RuleInFile[];
  /** The deployed rule that its text is another version of, whatever id stands in it. */
  readonly deployedId?: string;
}

export class Picture {
  readonly isStated: boolean;
  readonly #scope: Scope;
  readonly #files = new Map<string, FileEntry>();
  #facts: PictureFacts = NOTHING_KNOWN;
  #rules: CompetingRules;
  #trunks: Trunks | undefined;
  #digests = new PinDigests(undefined);
  #memory = new Memory();
  readonly #ofFacts = new Memory();
  /** How many files have rules that are not in the picture. */
  #halfRead = 0;
  #revision = 0;

  constructor({ scope = "everywhere", isStated = false }: PictureOptions = {}) {
    this.#scope = scope;
    this.isStated = isStated;
    this.#rules = new CompetingRules(scope);
  }

  /**
   * Takes a file in, or its next version.
   * @param document the text read for `auto`, if it was
   * @returns whether anything is different now for other files
   */
  setFile(uri: string, text: string, hasRawBytes = false, document?: RuleDocument): boolean {
    const before = this.#files.get(uri);
    if (before?.file.text === text) return false;
    this.#leave(before);
    const entry = { ...readPictureFile(uri, text, hasRawBytes, document), inPicture: [] };
    this.#files.set(uri, entry);
    this.#enter(entry);
    const isChange = JSON.stringify(before?.rules ?? []) !== JSON.stringify(entry.rules);
    this.#changed();
    return isChange;
  }

  removeFile(uri: string): boolean {
    const entry = this.#files.get(uri);
    if (!entry) return false;
    this.#leave(entry);
    this.#files.delete(uri);
    this.#changed();
    return entry.rules.length > 0;
  }

  /**
   * What holds with another text in the place of a deployed rule, and of every file that stands for it. Afterwards all
   * is as before: as long as nobody deploys the text, it concerns no other file.
   * @param uri of no file of the picture
   * @param look what is wanted to know
   */
  withNewText<T>(deployedId: string, uri: string, text: string, look: () => T): T {
    const entry = { ...readPictureFile(uri, text), inPicture: [], deployedId };
    const memory = this.#memory;
    this.#memory = new Memory();
    this.#files.set(uri, entry);
    this.#enter(entry);
    try {
      return look();
    } finally {
      this.#leave(entry);
      this.#files.delete(uri);
      this.#memory = memory;
    }
  }

  setFacts(facts: PictureFacts): void {
    if (facts.pinKey !== this.#facts.pinKey) this.#digests = new PinDigests(facts.pinKey);
    this.#facts = facts;
    this.#trunks = facts.trunks && new Trunks(facts.trunks);
    this.#rules = new CompetingRules(this.#scope, facts.deployed);
    this.#halfRead = 0;
    for (const entry of this.#files.values()) this.#enter(entry);
    this.#ofFacts.clear();
    this.#changed();
  }

  /** Grows with everything that may change what a check says. */
  get revision(): number {
    return this.#revision;
  }

  get fileCount(): number {
    return this.#files.size;
  }

  uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  file(uri: string): PictureFile | undefined {
    return this.#files.get(uri)?.file;
  }

  /** The rules of a file that count. */
  rulesOf(uri: string): readonly RuleInFile[] {
    return this.#files.get(uri)?.inPicture.filter((rule) => this.#rules.has(rule)) ?? [];
  }

  /** All rules that count. */
  get rules(): CompetingRules {
    return this.#rules;
  }

  /** Absent where no trunk is known. */
  get trunks(): Trunks | undefined {
    return this.#trunks;
  }

  /** Absent where it is not known whether there are others. */
  get allTrunks(): Trunks | undefined {
    return this.#facts.hasAllTrunks === true ? this.#trunks : undefined;
  }

  get agentNames(): readonly string[] | undefined {
    return this.#facts.agentNames;
  }

  /** Whether there are no other rules than these. */
  get hasAllRules(): boolean {
    if (!this.isStated && this.#facts.deployed === undefined) return false;
    return this.#halfRead === 0;
  }

  /** The name of the project that trunks and deployed rules are of, where there may be several. */
  get project(): string | undefined {
    return this.#facts.project;
  }

  /** All deployed rules as they are; `undefined` where they are not known. */
  get deployed(): readonly DeployedRule[] | undefined {
    return this.#facts.deployed;
  }

  get memory(): Memory {
    return this.#memory;
  }

  /** The same for what follows from the facts alone. */
  get memoryOfFacts(): Memory {
    return this.#ofFacts;
  }

  #changed(): void {
    this.#revision++;
    this.#memory.clear();
  }

  #enter(entry: FileEntry): void {
    const { file, deployedId } = entry;
    if (entry.hasMore) this.#halfRead++;
    // A list is what a server answered some time; unless somebody says so, it is not what somebody will deploy.
    const isAnswer = file.form === "list" && !this.isStated;
    entry.inPicture = (isAnswer ? [] : entry.rules).map((rule, index) => ({
      origin: "file",
      rule: this.#digests.in(deployedId === undefined ? rule : { ...rule, sipDispatchRuleId: deployedId }),
      file,
      index,
      ...(deployedId !== undefined && { isDeployed: true }),
    }));
    for (const rule of entry.inPicture) this.#rules.add(rule);
  }

  #leave(entry: FileEntry | undefined): void {
    if (entry?.hasMore) this.#halfRead--;
    for (const rule of entry?.inPicture ?? []) this.#rules.remove(rule);
  }
}
