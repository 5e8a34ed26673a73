/** What can be wrong with a document as one of LiveKit's messages. */
import type { Node } from "../json/tree.ts";
import type { Field, Message } from "./schema.ts";

export type DecodeKind =
  | "unknown-field"
  | "duplicate-field"
  | "rule-kinds"
  | "oneof"
  | "duplicate-map-key"
  | "unknown-enum-value"
  | "wrong-type"
  | "out-of-range"
  | "bad-duration"
  | "bad-timestamp"
  | "null-item";

/** A place where the document does not fit LiveKit's message. */
export interface DecodeProblem {
  readonly kind: DecodeKind;
  /** The key (for what is about a name) or the value. */
  readonly node: Node;
  /** The message that holds the field. */
  readonly message: Message;
  /** The field; `undefined` where the name is unknown. */
  readonly field: Field | undefined;
  /** The earlier key of a duplicate, or the earlier member of a oneof. */
  readonly other: Node | undefined;
  /** Start of the token at which protojson stops; problems of the text before it come first. */
  readonly order: number;
  /** LiveKit's words behind the position. */
  readonly words: string;
  /** Whether LiveKit says "syntax error" in front of the position. */
  readonly isSyntax: boolean;
  /** Whether a reader that ignores unknown fields, as the HTTP API does, takes it without a word. */
  readonly isIgnoredByApi: boolean;
}
