/** The inbound trunks in a file. */
import type { Range } from "../../core/problem.ts";
import { trunksInText } from "../../core/routing-tests/trunks-in-text.ts";
import type { InboundTrunk } from "../../core/routing/types.ts";
import { Lines } from "../check/lines.ts";
import { UsageError } from "../command.ts";
import { readTextFile } from "../files/read.ts";
import { visible } from "../../core/text/visible.ts";
import type { LeftOut } from "../../core/routing/sourced-rule.ts";

export interface LoadedTrunks {
  readonly trunks: readonly InboundTrunk[];
  readonly text: string;
  /** Where each of them shows best. */
  readonly places: readonly Range[];
  readonly leftOut: readonly LeftOut[];
}

/** Throws `UsageError` where the file cannot be read, or has no trunk in it although it has something. */
export function loadTrunks(path: string): LoadedTrunks {
  const read = readTextFile(path);
  if (!read.ok) throw new UsageError(`${visible(path)} cannot be read: ${read.reason}`);
  const { text, hasRawBytes } = read.file;
  const lines = new Lines(text);
  const found = trunksInText(text, hasRawBytes);
  const leftOut = found.leftOut.map(({ reason, start }): LeftOut => {
    const { line, column } = lines.place(start);
    return { place: `${path}:${line}:${column}`, reason };
  });
  const [first] = leftOut;
  if (first && found.trunks.length === 0)
    throw new UsageError(`${visible(first.place)}: no inbound trunks: ${visible(first.reason)}`);
  return { trunks: found.trunks, text, places: found.places, leftOut };
}
