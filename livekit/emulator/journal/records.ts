/**
 * The text of a store's file: a line that says what it is, then a line for each change. Lines are only ever added
 * behind the others, so whatever moment a process is killed at, at most the last one is not whole.
 */
import { KINDS, type Change, type Kind } from "../store.ts";

const HEADER = { format: "livekit-dispatch emulator", version: 1 };

/** Thrown for a file that is none of ours, or that something else has damaged. It is left as it is. */
export class UnreadableStore extends Error {}

export function headerLine(): string {
  return `${JSON.stringify(HEADER)}\n`;
}

export function changeLine(change: Change): string {
  return `${JSON.stringify(change)}\n`;
}

/** @returns the changes that were written to their end */
export function readRecords(text: string): Change[] {
  const lines = text.split("\n");
  // Behind the last line end stands nothing, or what was cut off.
  lines.pop();
  if (lines.length === 0 && headerLine().startsWith(text)) return [];
  const [header, ...records] = lines.map(parse);
  if (!isHeader(header)) throw new UnreadableStore("this file was not written by the emulator");
  const lastWhole = records.findLastIndex(isChange);
  return records.slice(0, lastWhole + 1).map((record, index) => {
    if (!isChange(record)) throw new UnreadableStore(`line ${index + 2} of this file is damaged`);
    return record;
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): boolean {
  return isObject(value) && value["format"] === HEADER.format && value["version"] === HEADER.version;
}

function isChange(value: unknown): value is Change {
  if (!isObject(value) || typeof value["id"] !== "string") return false;
  const isKnown = KINDS.includes(value["kind"] as Kind);
  return isKnown && (value["fields"] === undefined || isObject(value["fields"]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
