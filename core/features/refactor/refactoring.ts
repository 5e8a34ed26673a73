/** A change that a person asks for where nothing is wrong. */
import type { RuleDocument } from "../../document.ts";
import type { Edit, Range } from "../../problem.ts";

export interface Refactoring {
  /** An instruction, as in `Make it a callee rule`. */
  readonly title: string;
  readonly kind: "refactor.rewrite" | "refactor.extract";
  /** Of the document; in document order, not overlapping. */
  readonly edits: readonly Edit[];
  /** A file to be made beside the document; where one has this name, another is to be found. */
  readonly newFile?: NewFile;
}

export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** What can be done with the place that a range touches; nothing in a text that is no JSON. */
export type Refactor = (document: RuleDocument, range: Range) => readonly Refactoring[];

export function rewrite(title: string, edits: readonly Edit[]): Refactoring {
  return { title, kind: "refactor.rewrite", edits: [...edits].sort((a, b) => a.start - b.start) };
}
