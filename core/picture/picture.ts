/**
 * The whole picture: the rules of many files, and what is known of a project, held together and kept up to date file
 * by file. The checks in `checks/` look at one rule in it.
 */
import type { RuleDocument } from "../document.ts";
import type { DispatchRule } from "../routing/types.ts";
import { compareBytes } from "../routing/byte-order.ts";
import { MOST_LOOKED_AT } from "./groups.ts";
import { readPictureFile, type ReadFile } from "./file.ts";
import { compareFiles, Identities } from "./identities.ts";
import {
  NOTHING_KNOWN,
  type DeployedRule,
  type PictureFacts,
  type PictureFile,
  type PictureRule,
  type PictureTrunk,
  type RuleInFile,
} from "./origin.ts";
import { pinDigest, withPin } from "./pin-digest.ts";
import { RuleIndex } from "./rule-index.ts";
import { Trunks } from "./trunks.ts";

/** How far apart rules in files may stand and compete with each other; deployed ones compete with all. */
export type Scope = "everywhere" | "folder" | "file";

export interface PictureOptions {
  readonly scope?: Scope;
  /** Whether somebody said that the files are all the rules of one project, and not only this program guesses so. */
  readonly isStated?: boolean;
}

const DEPLOYED = "";

interface FileEntry extends ReadFile {
  inPicture: readonly RuleInFile[];
}

export class Picture {
  readonly isStated: boolean;
  readonly #scope: Scope;
  readonly #files = new Map<string, FileEntry>();
  #facts: PictureFacts = NOTHING_KNOWN;
  #deployed = new RuleIndex();
  #inFiles = new RuleIndex();
  #identities = this.#newIdentities();
  #trunks: Trunks | undefined;
  readonly #digests = new Map<string, string>();
  readonly #memory = new Map<string, unknown>();
  readonly #ofFacts = new Map<string, unknown>();
  /** How many files have rules that are not in the picture. */
  #halfRead = 0;
  /** Grows with everything that may change what a check says. */
  revision = 0;

  constructor({ scope = "everywhere", isStated = false }: PictureOptions = {}) {
    this.#scope = scope;
    this.isStated = isStated;
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

  setFacts(facts: PictureFacts): void {
    if (facts.pinKey !== this.#facts.pinKey) this.#digests.clear();
    this.#facts = facts;
    this.#trunks = facts.trunks && new Trunks(facts.trunks);
    this.#deployed = new RuleIndex();
    this.#inFiles = new RuleIndex();
    this.#identities = this.#newIdentities(facts.deployed);
    this.#halfRead = 0;
    for (const entry of this.#files.values()) this.#enter(entry);
    this.#ofFacts.clear();
    this.#changed();
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

  /** The rules of a file that count: not one that another file has by the same id. */
  rulesOf(uri: string): readonly RuleInFile[] {
    return this.#files.get(uri)?.inPicture.filter((rule) => this.#inFiles.has(rule)) ?? [];
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

  /** All deployed rules as they are; `undefined` where they are not known. */
  get deployed(): readonly DeployedRule[] | undefined {
    return this.#facts.deployed;
  }

  /** The deployed rule that a rule in a file will replace. */
  deployedOf(rule: RuleInFile): DeployedRule | undefined {
    return this.#identities.deployedOf(rule);
  }

  /** The rules that LiveKit would not store beside this one, deployed ones first. */
  conflictsOf(rule: RuleInFile): readonly PictureRule[] {
    const inFiles = [...this.#inFiles.conflictsOf(rule)].sort(compareRules);
    return [...this.#deployed.claimants(rule.rule, DEPLOYED), ...inFiles];
  }

  /** The rules that claim something that `claims`, a variant of `rule`, would claim. */
  claimants(rule: RuleInFile, claims: DispatchRule): readonly PictureRule[] {
    const inFiles = [...this.#inFiles.claimants(claims, this.#scopeOf(rule))].sort(compareRules);
    return [...this.#deployed.claimants(claims, DEPLOYED), ...inFiles].filter((other) => other !== rule);
  }

  /** The other rules with a key of `rule-index.ts`, in LiveKit's order; of very many only some. */
  others(rule: RuleInFile, key: string): readonly PictureRule[] {
    const found: PictureRule[] = [];
    for (const group of [this.#deployed.group(key, DEPLOYED), this.#inFiles.group(key, this.#scopeOf(rule))])
      for (const other of group) {
        if (other === rule) continue;
        found.push(other);
        if (found.length >= MOST_LOOKED_AT) break;
      }
    return found.sort(compareRules);
  }

  /** Whether any other rule has a key. */
  hasOthers(rule: RuleInFile, key: string): boolean {
    for (const group of [this.#deployed.group(key, DEPLOYED), this.#inFiles.group(key, this.#scopeOf(rule))])
      for (const other of group) if (other !== rule) return true;
    return false;
  }

  /** Every rule that counts, whatever its scope. */
  *everyRule(): Generator<PictureRule> {
    yield* this.#deployed.all();
    yield* this.#inFiles.all();
  }

  /** How many rules list a trunk; `""`: how many list none. */
  rulesOn(trunkId: string): number {
    return this.#deployed.served.rulesOn(trunkId) + this.#inFiles.served.rulesOn(trunkId);
  }

  /** Whether any of them takes calls to a number. @param key as `numberKey` makes it */
  takes(trunkId: string, key: string): boolean {
    return this.#deployed.served.takes(trunkId, key) || this.#inFiles.served.takes(trunkId, key);
  }

  /** What is costly to find out and stays true until something changes. */
  remembered<T>(key: string, find: () => T): T {
    if (!this.#memory.has(key)) this.#memory.set(key, find());
    return this.#memory.get(key) as T;
  }

  /** The same for what follows from the facts alone. */
  rememberedOfFacts<T>(key: string, find: () => T): T {
    if (!this.#ofFacts.has(key)) this.#ofFacts.set(key, find());
    return this.#ofFacts.get(key) as T;
  }

  #changed(): void {
    this.revision++;
    this.#memory.clear();
  }

  #enter(entry: FileEntry): void {
    const { file } = entry;
    if (entry.hasMore) this.#halfRead++;
    // A list is what a server answered some time; unless somebody says so, it is not what somebody will deploy.
    const isAnswer = file.form === "list" && !this.isStated;
    entry.inPicture = (isAnswer ? [] : entry.rules).map((rule, index) => ({
      origin: "file",
      rule: this.#withDigest(rule),
      file,
      index,
    }));
    for (const rule of entry.inPicture) this.#identities.add(rule);
  }

  #leave(entry: FileEntry | undefined): void {
    if (entry?.hasMore) this.#halfRead--;
    for (const rule of entry?.inPicture ?? []) this.#identities.remove(rule);
  }

  #newIdentities(deployed?: readonly DeployedRule[]): Identities {
    const sink = {
      enter: (rule: PictureRule): void => this.#indexFor(rule).add(rule, this.#scopeOf(rule)),
      leave: (rule: PictureRule): void => this.#indexFor(rule).remove(rule),
    };
    return new Identities(sink, deployed);
  }

  #indexFor({ origin }: PictureRule): RuleIndex {
    return origin === "deployed" ? this.#deployed : this.#inFiles;
  }

  #scopeOf(rule: PictureRule): string {
    if (rule.origin === "deployed" || this.#scope === "everywhere") return DEPLOYED;
    return this.#scope === "folder" ? rule.file.folder : rule.file.uri;
  }

  #withDigest(rule: DispatchRule): DispatchRule {
    const { pinKey } = this.#facts;
    if (pinKey === undefined) return rule;
    return withPin(rule, (pin) => {
      const digest = this.#digests.get(pin) ?? pinDigest(pinKey, pin);
      this.#digests.set(pin, digest);
      return digest;
    });
  }
}

/** As LiveKit looks at them: stored ones by id, then new ones in the order of their files. */
export function compareRules(a: PictureRule, b: PictureRule): number {
  const [first = "", second = ""] = [a.rule.sipDispatchRuleId, b.rule.sipDispatchRuleId];
  if (first !== "" && second !== "") return compareBytes(first, second);
  if (first !== "" || second !== "") return first !== "" ? -1 : 1;
  return a.origin === "file" && b.origin === "file" ? compareFiles(a, b) : 0;
}

export type { PictureTrunk };
