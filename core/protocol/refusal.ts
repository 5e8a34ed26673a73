/** What LiveKit refuses although it could read it. */
import type { Node } from "../json/tree.ts";

export type RefusalKind =
  | "no-rule"
  | "rule-id-on-create"
  | "rule-without-kind"
  | "duplicate-trunk-or-number"
  | "invalid-codec"
  | "media-timeout"
  | "update-without-id"
  | "update-without-action"
  | "update-id-mismatch"
  | "invalid-list-update";

/** LiveKit read the request and refuses it. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly stage: "validate" | "conflict";
  /** LiveKit's text. */
  readonly text: string;
  /** What it is about. */
  readonly node: Node;
  /** The earlier of two equal values. */
  readonly other?: Node;
}
