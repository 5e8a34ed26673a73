/** LiveKit's exact words: what `lk` prints behind `could not read request: `. */
import type { SyntaxProblem } from "../json/syntax.ts";
import type { JsonTree } from "../json/tree.ts";
import type { DecodeProblem } from "./decode-problem.ts";

/** A place as LiveKit counts. */
export interface LiveKitPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Line and column as LiveKit counts: lines end with `\n` only, columns are Unicode characters from 1
 * (protobuf-go, internal/encoding/json, `Decoder.Position`).
 */
export function livekitPosition(text: string, offset: number): LiveKitPosition {
  return new PositionCounter(text).at(offset);
}

/** Counts on from where it was asked last: problems come in order, and there may be a hundred thousand. */
class PositionCounter {
  private offset = 0;
  private line = 1;
  private column = 1;

  constructor(private readonly text: string) {}

  at(offset: number): LiveKitPosition {
    if (offset < this.offset) {
      this.offset = 0;
      this.line = 1;
      this.column = 1;
    }
    while (this.offset < offset) {
      const code = this.text.codePointAt(this.offset)!;
      this.offset += code > 0xffff ? 2 : 1;
      if (code === 0x0a) {
        this.line++;
        this.column = 1;
      } else this.column++;
    }
    return { line: this.line, column: this.column };
  }
}

const counters = new WeakMap<JsonTree, PositionCounter>();

function positionIn(tree: JsonTree, offset: number): LiveKitPosition {
  let counter = counters.get(tree);
  if (!counter) {
    counter = new PositionCounter(tree.text);
    counters.set(tree, counter);
  }
  return counter.at(offset);
}

export function syntaxText(tree: JsonTree, problem: SyntaxProblem): string {
  if (problem.words === undefined) return "proto: unexpected EOF";
  return positioned(tree, problem.at, problem.words, true);
}

export function decodeText(tree: JsonTree, problem: DecodeProblem): string {
  return positioned(tree, problem.order, problem.words, problem.isSyntax);
}

function positioned(tree: JsonTree, offset: number, words: string, isSyntax: boolean): string {
  const { line, column } = positionIn(tree, offset);
  const text = `proto: ${isSyntax ? "syntax error " : ""}(line ${line}:${column}): ${words}`;
  return tree.hasRawBytes ? text.replace(/[\udc80-\udcff]/g, "\ufffd") : text;
}
