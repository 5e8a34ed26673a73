/** What is said about a document: places, severities, ways out. */

export type Severity = "error" | "warning" | "info" | "hint";
/** What a user can set a check to. */
export type Level = Severity | "off";

/** Offsets in UTF-16 units; the end is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Edit extends Range {
  readonly newText: string;
}

/** A change that clears the problem it belongs to and touches nothing else. */
export interface Fix {
  /** An instruction, as in `Remove the comma`. */
  readonly title: string;
  /** In document order, not overlapping. */
  readonly edits: readonly Edit[];
  /** Whether it keeps what the document means and may be applied without asking (fix all, `check --fix`). */
  readonly isSafe: boolean;
}

export interface RelatedPlace extends Range {
  readonly message: string;
  /** The document that it is in, where that is another one than the problem's. */
  readonly document?: OtherDocument;
  /** It is a deployed rule, which has no place in a text: the range says nothing. */
  readonly deployed?: DeployedPlace;
}

export interface OtherDocument {
  /** An address or a path, as the problem's own document has it. */
  readonly uri: string;
  readonly text: string;
}

export interface DeployedPlace {
  /** `SDR_` and twelve characters. */
  readonly id: string;
  /** Where it can be opened, if anywhere. */
  readonly uri?: string;
}

/** What LiveKit does about it. */
export interface LiveKitSays {
  /** Who refuses: the tool, before anything is sent, or the server. */
  readonly by: "tool" | "server";
  /** The exact words. */
  readonly text: string;
  /** Whether this is the one text that LiveKit prints; it stops there, the others would follow. */
  readonly isFirst: boolean;
}

export interface Problem extends Range {
  readonly code: string;
  readonly severity: Severity;
  /** One or two sentences: what is wrong, and what to do. */
  readonly message: string;
  /** Present where LiveKit refuses. */
  readonly livekit: LiveKitSays | undefined;
  /** The best first. */
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
  readonly tags: readonly ("deprecated" | "unnecessary")[];
}
