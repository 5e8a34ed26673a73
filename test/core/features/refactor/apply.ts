/** What refactorings make of a document with `|` where the cursor stands. */
import { refactorings, type Refactoring } from "../../../../core/features/refactorings.ts";
import { applyEdits } from "../../../../core/fixes.ts";
import { atCursor } from "../cursor.ts";

export function offered(marked: string): readonly Refactoring[] {
  const { document, range } = atCursor(marked);
  return refactorings(document, range);
}

export function titles(marked: string): readonly string[] {
  return offered(marked).map(({ title }) => title);
}

/** The document after the refactoring whose title begins so, or what is offered instead. */
export function after(marked: string, title: string): string {
  const all = offered(marked);
  const found = all.find((refactoring) => refactoring.title.startsWith(title));
  const text = marked.replace("|", "");
  return found ? applyEdits(text, found.edits) : `offered: ${all.map((other) => other.title).join("; ")}`;
}
