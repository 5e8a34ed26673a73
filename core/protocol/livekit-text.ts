/** LiveKit's exact words: what `lk` prints behind `could not read request: `. */
import type { SyntaxProblem } from "../json/syntax.ts";
import type { JsonTree } from "../json/tree.ts";
import type { DecodeProblem } from "./decoder.ts";

/**
 * Line and column as LiveKit counts: lines end with `\n` only, columns are Unicode characters from 1
 * (protobuf-go, internal/encoding/json, `Decoder.Position`).
 */
export function livekitPosition(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line++;
    lineStart = at + 1;
  }
  let column = 1;
  for (let i = lineStart; i < offset; column++) i += text.codePointAt(i)! > 0xffff ? 2 : 1;
  return { line, column };
}

export function syntaxText(tree: JsonTree, problem: SyntaxProblem): string {
  if (problem.words === undefined) return "proto: unexpected EOF";
  return positioned(tree, problem.at, problem.words, true);
}

export function decodeText(tree: JsonTree, problem: DecodeProblem): string {
  return positioned(tree, problem.order, problem.words, problem.isSyntax);
}

function positioned(tree: JsonTree, offset: number, words: string, isSyntax: boolean): string {
  const { line, column } = livekitPosition(tree.text, offset);
  const text = `proto: ${isSyntax ? "syntax error " : ""}(line ${line}:${column}): ${words}`;
  return tree.hasRawBytes ? text.replace(/[\udc80-\udcff]/g, "\ufffd") : text;
}
