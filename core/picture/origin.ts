/** Rules and trunks of the whole picture, each with where it comes from. */
import type { RuleDocument } from "../document.ts";
import type { Form } from "../rules/forms.ts";
import type { DispatchRule, InboundTrunk } from "../routing/types.ts";

/** A file of rules as it is now. */
export interface PictureFile {
  /** Whatever names it to whoever asks: an address, a path. */
  readonly uri: string;
  /** Its folder, by the same naming. */
  readonly folder: string;
  readonly text: string;
  readonly form: Form;
  /** Read again when it is needed for a place: most files have nothing to report. */
  document(): RuleDocument;
}

export interface RuleInFile {
  readonly origin: "file";
  /** As LiveKit would store it. Its PIN may be replaced by a digest (`pin-digest.ts`); it never goes into words. */
  readonly rule: DispatchRule;
  readonly file: PictureFile;
  /** Its position among the rules of the file. */
  readonly index: number;
  /** Whether it is the text of the deployed rule of its id, being edited. */
  readonly isDeployed?: boolean;
}

export interface DeployedRule {
  readonly origin: "deployed";
  /** With its id. The PIN as in `RuleInFile`. */
  readonly rule: DispatchRule;
  /** Where it can be opened, if anywhere. */
  readonly uri?: string;
  /** The name of its project, where there may be several. */
  readonly project?: string;
}

export type PictureRule = RuleInFile | DeployedRule;

export interface PictureTrunk {
  /** Of the password only is known whether there is one. */
  readonly trunk: InboundTrunk;
  /** Where it stands; absent for a trunk that is known from a project. */
  readonly place?: { readonly uri: string; readonly start: number; readonly end: number };
}

/** What is known besides the files. Each may be absent: then nothing that depends on it is said. */
export interface PictureFacts {
  /** The name of the project that trunks and deployed rules are of, where there may be several. */
  readonly project?: string | undefined;
  readonly trunks?: readonly PictureTrunk[] | undefined;
  /** Whether these are all inbound trunks of the project. */
  readonly hasAllTrunks?: boolean | undefined;
  /** All rules that are deployed in the project. */
  readonly deployed?: readonly DeployedRule[] | undefined;
  /** All names under which workers of the workspace's code register. */
  readonly agentNames?: readonly string[] | undefined;
  /** What the PINs of `deployed` are digests by; absent where they are PINs. */
  readonly pinKey?: string | undefined;
}

export const NOTHING_KNOWN: PictureFacts = {};
