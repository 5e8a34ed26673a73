/** What is known of the project, as long as it may be held against somebody. */
import { NOTHING_KNOWN, type DeployedRule, type PictureFacts } from "../../core/picture/origin.ts";
import { withoutProject, type ReadFacts } from "../facts.ts";
import { comparable } from "../uris.ts";
import { Timer } from "./timer.ts";

export class FactsInTime {
  #read: ReadFacts = { facts: {}, picture: NOTHING_KNOWN };
  readonly #expiry: Timer;
  /** Deployed rules by where they can be opened; made when somebody asks. */
  #byPlace: ReadonlyMap<string, DeployedRule> | undefined;

  /** @param expired called when what is known of the project is too old */
  constructor(expired: () => void) {
    this.#expiry = new Timer(expired);
  }

  set(read: ReadFacts): void {
    this.#read = read;
    this.#byPlace = undefined;
    this.#expiry.stop();
    const left = this.#left();
    if (left > 0) this.#expiry.start(left);
  }

  get areKnown(): boolean {
    return this.#read.picture !== NOTHING_KNOWN;
  }

  /** What counts now. */
  get current(): PictureFacts {
    const { picture, freshUntil } = this.#read;
    return freshUntil === undefined || this.#left() > 0 ? picture : withoutProject(picture);
  }

  /** The deployed rule that a document shows, if it is one of those that are known. */
  deployedAt(uri: string): DeployedRule | undefined {
    const { deployed } = this.current;
    if (!deployed) return undefined;
    this.#byPlace ??= new Map(
      deployed.flatMap((rule) => (rule.uri === undefined ? [] : [[ruleAt(rule.uri), rule] as const])),
    );
    return this.#byPlace.get(ruleAt(uri));
  }

  #left(): number {
    const { freshUntil } = this.#read;
    return freshUntil === undefined ? 0 : freshUntil - Date.now();
  }
}

/** The path of such an address is the rule's name, which may have been another one when it was opened. */
function ruleAt(uri: string): string {
  const plain = comparable(uri);
  const query = plain.indexOf("?");
  return query < 0 ? plain : `${plain.slice(0, plain.indexOf(":"))}${plain.slice(query)}`;
}
