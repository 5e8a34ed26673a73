/** Whether a character that opens completion was typed where there is nothing to choose. */
import type { RuleDocument } from "../../core/document.ts";
import { nodeAround } from "../../core/features/node-around.ts";
import { Flag, Kind, NONE } from "../../core/json/tree.ts";

/** @param offset behind the character */
export function suppresses({ tree }: RuleDocument, offset: number, typed: string): boolean {
  const node = nodeAround(tree, offset);
  if (node === NONE || (tree.kind(node) !== Kind.String && tree.kind(node) !== Kind.Key)) return false;
  const isClosed = !tree.has(node, Flag.Unclosed);
  const isBehind = isClosed && tree.end(node) === offset;
  // A quote that closes a string; a comma or a colon that is part of one.
  return typed === '"' ? isBehind && tree.start(node) < offset - 1 : !isBehind && tree.start(node) < offset;
}
