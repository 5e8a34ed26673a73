/** What the benchmarks measure of the product, built to `dist/bench-subject.mjs`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument } from "../core/check-document.ts";
import { CheckSession } from "../core/check-session.ts";
import { readRuleDocument } from "../core/document.ts";
import { complete as completeDocument, type CompletionItem } from "../core/features/completion.ts";
import { hover as hoverDocument, type HoverPart } from "../core/features/hover.ts";
import { readJson } from "../core/json/reader.ts";
import type { Problem } from "../core/problem.ts";

export { conflictsFull, createConflictIndex } from "../core/routing/conflict-index.ts";

export function parse(text: string): unknown {
  return readJson(text);
}

/** Reads and checks a document from scratch. */
export function validate(text: string): Problem[] {
  return checkDocument(readRuleDocument(text));
}

/** Checks every `*.dispatch-rule.json` of a folder. */
export function scanWorkspace(folder: string): number {
  let problems = 0;
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".dispatch-rule.json")) continue;
    problems += validate(readFileSync(join(folder, name), "utf8")).length;
  }
  return problems;
}

/** A document that is being typed; each edit gives all its problems. */
export function openSession(text: string): CheckSession {
  return new CheckSession(text);
}

export function complete(text: string, offset: number): CompletionItem[] {
  return completeDocument(readRuleDocument(text), offset);
}

export function hover(text: string, offset: number): readonly HoverPart[] | undefined {
  return hoverDocument(readRuleDocument(text), offset)?.parts;
}
