/** What completion answers, free of any protocol. */
import type { Edit } from "../../problem.ts";

export type CompletionKind =
  /** A member of an object. */
  | "field"
  | "value"
  /** A value of an enum. */
  | "enum-value"
  /** Something that exists in the project: a trunk, an agent, an attribute. */
  | "fact"
  /** Several members at once. */
  | "snippet";

export interface CompletionEdit extends Edit {
  /**
   * Whether `newText` is a snippet in LSP's syntax. Its second and later lines are indented relative to the line
   * in which it is put (LSP's `insertTextMode.adjustIndentation`, which editors do by default).
   */
  readonly isSnippet: boolean;
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail: string | undefined;
  /** Key for `documentationFor`. */
  readonly documentationKey: string | undefined;
  /** Its range stands in one line and holds the cursor. */
  readonly edit: CompletionEdit;
  /** A comma that is missing further up; never touches `edit`. */
  readonly additionalEdits: readonly Edit[] | undefined;
  /** Order among the items, compared as text. */
  readonly sortText: string;
  /** What an editor compares with the text from the start of the edit's range to the cursor. */
  readonly filterText: string;
  readonly preselect: boolean;
  readonly deprecated: boolean;
  /** Whether the cursor then stands where completion has more to offer. */
  readonly suggestsNext: boolean;
}
