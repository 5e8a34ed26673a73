/**
 * Every message between our client and our server that the protocol does not have. The client imports this
 * file of `server/` and no other, so nothing stands here but names and types. Ranges and edits are those of the
 * protocol; every request about a document answers `null` for one that is not open or too large.
 */
import type { Range as ProtocolRange, TextEdit } from "vscode-languageserver";
import type { TrunkFact } from "../core/features/facts.ts";
import type { MetadataConflict } from "../core/features/metadata-edit.ts";
import type { FieldPath } from "../core/features/metadata-strings.ts";
import type { RoutingTrunkFact, RuleFact } from "../core/picture/project-facts.ts";
import type { Severity } from "../core/problem.ts";
import type { FileForm, RemovedField } from "../core/rules/convert.ts";
import type { Form } from "../core/rules/forms.ts";
import type { Target } from "../core/rules/targets.ts";

/** What an answer is about. */
interface Versioned {
  /** The version of the document; an edit is to be applied to this one only. */
  readonly version: number;
}

interface AboutPlace {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Client to server, request: what an open file is taken for. Answers `FileStatus`. */
export const FILE_STATUS = "livekitDispatch/fileStatus";

export interface FileStatusParams {
  readonly uri: string;
}

export interface FileStatus extends Versioned {
  readonly form: Form;
  readonly target: Target;
}

/** Server to client, request, where the server has no file system. Answers the content of `documentation.json`. */
export const DOCUMENTATION = "livekitDispatch/documentation";

/** Asked by a server in a browser: the text of a script of its own that it needs only now. */
export const SCRIPT = "livekitDispatch/script";

export interface ScriptParams {
  /** The name of its file. */
  readonly script: string;
}

/** Client to server, notification: all that is known of the project. What is `null` or left out is unknown. */
export const FACTS = "livekitDispatch/facts";

export interface FactsParams {
  /** Left out: those of `project`. */
  readonly trunks?: readonly TrunkFact[] | null;
  readonly agentNames?: readonly string[] | null;
  /** Whether these are all under which the workspace's code registers: then a rule that names another is told. */
  readonly hasAllAgentNames?: boolean | null;
  readonly attributeNames?: readonly string[] | null;
  /** The active project. */
  readonly project?: ProjectFacts | null;
}

/** Never a secret, never a PIN (`core/picture/project-facts.ts`). */
export interface ProjectFacts {
  /** As people know it: whatever is said because of these facts names it. */
  readonly name?: string;
  /** Milliseconds since 1970 (UTC). What was read too long ago is not held against anybody. */
  readonly readAt: number;
  /** Whether these are all rules and all inbound trunks. */
  readonly complete: boolean;
  /** What the digests of PINs were made with; another one in each session. */
  readonly pinKey: string;
  readonly rules: readonly DeployedRuleFact[];
  readonly trunks: readonly RoutingTrunkFact[];
}

export interface DeployedRuleFact {
  readonly rule: RuleFact;
  /** Where the client opens it, if it can. */
  readonly uri?: string;
}

/** Client to server, request: the metadata strings of a document, or the one at a position. Answers `MetadataList`. */
export const METADATA = "livekitDispatch/metadata";

export interface MetadataParams {
  readonly uri: string;
  /** Left out: all of them. */
  readonly position?: AboutPlace["position"];
}

export interface MetadataList extends Versioned {
  /** In document order. */
  readonly strings: readonly MetadataEntry[];
}

export interface MetadataEntry {
  /** With the quotes. */
  readonly range: ProtocolRange;
  /** Whose metadata it is, and the name of that agent or rule; `""` where it has none. */
  readonly owner: "rule" | "agent" | "room";
  readonly ownerName: string;
  readonly path: FieldPath;
  /** What LiveKit stores; goes back in `MetadataEditParams.original`. */
  readonly text: string;
  /** What an editor shows: JSON in one line is laid out over several. */
  readonly shown: string;
}

/**
 * Client to server, request: the edit of the file that writes an edited text back. Answers `MetadataEditAnswer`
 * and changes nothing itself.
 */
export const METADATA_EDIT = "livekitDispatch/metadata/edit";

export interface MetadataEditParams {
  readonly uri: string;
  /** As in `MetadataEntry`. */
  readonly path: FieldPath;
  readonly ownerName: string;
  /** `MetadataEntry.text` when it was taken out. */
  readonly original: string;
  /** What the editor has now. */
  readonly edited: string;
}

export type MetadataEditAnswer =
  /**
   * `edit`: `null` if the file says it already. `text`: what LiveKit will store; the next `original`.
   * The file was changed meanwhile where there is a conflict; `words` say how.
   */
  | (Versioned & { readonly edit: TextEdit | null; readonly text: string })
  | (Versioned & { readonly conflict: MetadataConflict; readonly words: string });

/** Client to server, request: the document in another form. Answers `ConvertAnswer`. */
export const CONVERT = "livekitDispatch/convert";

export interface ConvertParams {
  readonly uri: string;
  readonly form: FileForm;
}

export type ConvertAnswer =
  | (Versioned & {
      readonly text: string;
      /** In document order, not overlapping. */
      readonly edits: readonly TextEdit[];
      readonly removed: readonly RemovedField[];
    })
  /** Why it cannot be done, and the place that stands in the way. */
  | (Versioned & { readonly reason: string; readonly range: ProtocolRange | null });

/** Client to server, request: the problems at a place, with all that LiveKit says. Answers `ExplainAnswer`. */
export const EXPLAIN = "livekitDispatch/explain";

export type ExplainParams = AboutPlace;

export interface ExplainAnswer extends Versioned {
  /** The shortest place first. */
  readonly problems: readonly ExplainedProblem[];
}

export interface ExplainedProblem {
  /** Its page is `docs/checks/<code>.md`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: ProtocolRange;
  /** Present where LiveKit refuses: the line as `lk` prints it, or as the server answers. */
  readonly livekit: { readonly by: "tool" | "server"; readonly text: string } | null;
  /** Titles of the fixes, the best first. */
  readonly fixes: readonly string[];
}
