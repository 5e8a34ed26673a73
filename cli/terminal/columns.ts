/** How wide a terminal is. */

/** Node's types promise a number, which only a terminal has. */
interface MayBeTerminal {
  readonly columns?: number;
}

export function columnsOr(stream: MayBeTerminal, otherwise: number): number {
  return stream.columns ?? otherwise;
}

/** How wide running text should be: long lines are hard to read. */
export function textColumns(stream: MayBeTerminal): number {
  return Math.min(columnsOr(stream, 80), 100);
}
