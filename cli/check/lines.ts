/** Offsets to lines and columns as VS Code counts: lines end with `\n`, `\r\n` or `\r`, columns are UTF-16 units; both from 1. */
import type { Range } from "../../core/problem.ts";

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The end is exclusive. */
export interface Region extends Place {
  readonly endLine: number;
  readonly endColumn: number;
}

export class Lines {
  private starts: number[] | undefined;

  constructor(readonly text: string) {}

  place(offset: number): Place {
    const starts = (this.starts ??= lineStarts(this.text));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  region({ start, end }: Range): Region {
    const { line, column } = this.place(start);
    const { line: endLine, column: endColumn } = this.place(end);
    return { line, column, endLine, endColumn };
  }

  /** A line's offsets, without its break. */
  range(line: number): Range {
    const starts = (this.starts ??= lineStarts(this.text));
    const start = starts[line - 1]!;
    let end = starts[line] ?? this.text.length;
    if (line < starts.length && this.text[end - 1] === "\n") end--;
    if (line < starts.length && end > start && this.text[end - 1] === "\r") end--;
    return { start, end };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // Native searches: a file may be one line of megabytes.
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  while (feed >= 0 || carriage >= 0) {
    const isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
    let next = (isFeed ? feed : carriage) + 1;
    if (!isFeed && feed === next) next++;
    starts.push(next);
    if (feed >= 0 && feed < next) feed = text.indexOf("\n", next);
    if (carriage >= 0 && carriage < next) carriage = text.indexOf("\r", next);
  }
  return starts;
}
