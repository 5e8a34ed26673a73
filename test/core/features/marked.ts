/** Documents with `|` for the cursor, and what becomes of them when a completion is accepted. */
import assert from "node:assert/strict";
import { readRuleDocument } from "../../../core/document.ts";
import { complete, type CompletionItem } from "../../../core/features/completion.ts";
import type { Facts } from "../../../core/features/facts.ts";
import { applyEdits } from "../../../core/fixes.ts";
import type { Target } from "../../../core/rules/targets.ts";

export interface Marked {
  readonly text: string;
  readonly offset: number;
}

/** Takes the first `|` out of a text. */
export function unmarked(marked: string): Marked {
  const offset = marked.indexOf("|");
  assert.ok(offset >= 0, `no cursor in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export function completionsIn(marked: string, facts?: Facts, target: Target = "auto"): CompletionItem[] {
  const { text, offset } = unmarked(marked);
  return complete(readRuleDocument(text, target), offset, facts);
}

export function labelsIn(marked: string, facts?: Facts, target?: Target): string[] {
  return completionsIn(marked, facts, target).map(({ label }) => label);
}

/** The text after the item with this label was accepted. */
export function accepted(marked: string, label: string, facts?: Facts, target?: Target): string {
  const items = completionsIn(marked, facts, target);
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `no ${label} among ${items.map((candidate) => candidate.label).join(", ")}`);
  return accept(unmarked(marked).text, item);
}

export function accept(text: string, { edit, additionalEdits = [] }: CompletionItem): string {
  const lineStart = /[^\r\n]*$/.exec(text.slice(0, edit.start))?.[0] ?? "";
  const indentation = /^[ \t]*/.exec(lineStart)?.[0] ?? "";
  const newText = (edit.isSnippet ? expanded(edit.newText) : edit.newText).replace(/\n/g, `\n${indentation}`);
  return applyEdits(text, [{ ...edit, newText }, ...additionalEdits]);
}

/** A snippet with the texts that an editor shows first: defaults, the first of several, nothing. */
export function expanded(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$(\d+)|\$\{\d+:((?:\\.|[^}])*)\}|\$\{\d+\|((?:\\.|[^,|])*)(?:\\.|[^|])*\|\}/g,
    (_, escaped?: string, stop?: string, placeholder?: string, first?: string) =>
      escaped ?? (stop === undefined ? (placeholder ?? first ?? "").replace(/\\(.)/g, "$1") : ""),
  );
}
