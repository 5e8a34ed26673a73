/**
 * What a check of the whole picture is: it looks at a rule beside the other rules and what is known of the project.
 * Each stands in a file of its own in `core/picture/checks/`; settings, pages, SARIF rules and tests are derived from
 * it as from the checks of documents (`core/check.ts`). What is not known is no reason for a problem.
 */
import type { Node } from "../json/tree.ts";
import type { Fix, Range, RelatedPlace, Severity } from "../problem.ts";
import type { CompetingRules } from "./competing-rules.ts";
import type { Memory } from "./memory.ts";
import type { PictureRule, PictureTrunk, RuleInFile } from "./origin.ts";
import type { Picture } from "./picture.ts";

export interface PictureFinding {
  /** One or two sentences: what is wrong, and what to do. */
  readonly message: string;
  /** The other rules that it takes; where they are only guessed to belong to one project, it weighs less. */
  readonly beside?: readonly PictureRule[];
  readonly related?: readonly RelatedPlace[];
  /** The best first. */
  readonly fixes?: () => readonly Fix[];
  /** Another severity than the check's. */
  readonly severity?: Severity;
  /** LiveKit's answer, where it would refuse the rule. */
  readonly livekit?: string;
}

/** Says that something is wrong at a node of the rule's file. */
export type PictureReport = (place: Node | Range, finding: PictureFinding) => void;
/** Says that something is wrong with a trunk. */
export type TrunkReport = (finding: PictureFinding) => void;

/** What a check of trunks may ask; less than a whole picture, so that it is known quickly. */
export interface TrunkPicture {
  readonly project: string | undefined;
  /** Whether there are no other rules than these. */
  readonly hasAllRules: boolean;
  readonly memory: Memory;
  readonly rules: Pick<CompetingRules, "countOn" | "takes">;
}

/** What the whole picture is in an example. */
export interface ExamplePicture {
  /** By name. In the files of a bad example `⟦` and `⟧` mark what is reported, one pair for each problem. */
  readonly files: Readonly<Record<string, string>>;
  /** Inbound trunks, all of them, as LiveKit lists them. */
  readonly trunks?: readonly object[];
  /** Deployed rules, all of them, as LiveKit lists them. */
  readonly deployed?: readonly object[];
  readonly agentNames?: readonly string[];
  /** Whether the files are all the rules of one project. */
  readonly isStated?: boolean;
}

/** `fixed`: the files that the first fix of the first problem changes, as they are afterwards. */
export type PictureExample =
  | { readonly bad: ExamplePicture; readonly fixed?: Readonly<Record<string, string>> }
  | { readonly good: ExamplePicture }
  /** `trunk`: the id of the trunk that is reported. */
  | { readonly badTrunk: ExamplePicture; readonly trunk: string };

export interface PictureCheck {
  /** Stable name, kebab-case, equal to the file's name; no check of documents has it. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly examples: readonly PictureExample[];

  checkRule?(rule: RuleInFile, picture: Picture, report: PictureReport): void;
  checkTrunk?(trunk: PictureTrunk, picture: TrunkPicture, report: TrunkReport): void;
}

export function definePictureCheck(check: PictureCheck): PictureCheck {
  return check;
}
