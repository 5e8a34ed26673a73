/** Why LiveKit could not read a request, which it never says itself: our own decoder reads as it does. */
import { readJson } from "../../core/json/reader.ts";
import type { JsonTree } from "../../core/json/tree.ts";
import type { Edit } from "../../core/problem.ts";
import { judge, type Reader, type Verdict } from "../../core/protocol/verdict.ts";
import type { Failure } from "../outcome.ts";
import { quotable } from "../redact.ts";
import { placeInSource } from "./source-place.ts";

/** What was sent, and how it came out of the author's document. */
export interface Sent {
  readonly body: string;
  readonly reader: Extract<Reader, "api-create" | "api-update">;
  readonly source: string;
  readonly edits: readonly Edit[];
  /** How much of `body` stands before the edited document. */
  readonly offset: number;
}

/** A failure with the reason and the place in it; any but `malformed` stays as it is. */
export function explained(failure: Failure, sent: Sent): Failure {
  if (failure.kind !== "rejected" || failure.reason !== "malformed") return failure;
  const tree = readJson(sent.body);
  const verdict = judge(tree, sent.reader);
  if (verdict.ok || verdict.stage !== "parse") return failure;
  const { first } = verdict;
  if (!first) return { ...failure, explanation: unreadableForGo(tree) };
  const [start, end] =
    "at" in first ? [first.start, first.end] : [tree.start(first.node), endOf(tree, first.node)];
  const place = placeInSource(sent.source, sent.edits, start - sent.offset, end - sent.offset);
  return { ...failure, explanation: quotable(wordsOf(first)), place };
}

/** A container is shown by its bracket alone. */
function endOf(tree: JsonTree, node: number): number {
  return tree.isContainer(node) ? tree.start(node) + 1 : tree.end(node);
}

function wordsOf(first: NonNullable<Verdict["first"]>): string {
  if ("text" in first) return first.text;
  return first.words ?? "unexpected end of the text";
}

/** What protojson takes and encoding/json, which reads the body first, does not. */
function unreadableForGo(tree: JsonTree): string {
  return tree.hasBareExponent
    ? "a number has an exponent without digits"
    : "more than 10,000 lists and objects stand in one another";
}
