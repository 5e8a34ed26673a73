/** Calls and requests with LiveKit's own answer: the full set beside the repository, else the sample in it. */
import { existsSync, readFileSync } from "node:fs";

export type Mode = "route" | "conflicts" | "priority" | "number";

export interface Case {
  readonly id: string;
  /** Only in the official tables. */
  readonly mode?: Mode;
  readonly expect: Record<string, unknown>;
  readonly [field: string]: unknown;
}

const FOLDERS = ["../../../../shared/conformance/", "../../conformance/"];

/** @throws if neither is there */
export function readCases(name: "route" | "conflicts" | "priority" | "official-tables"): Case[] {
  const places = FOLDERS.map((folder) => new URL(`${folder}${name}.ndjson`, import.meta.url));
  const place = places.find((url) => existsSync(url));
  if (!place) throw new Error(`No cases: looked for ${name}.ndjson in ${FOLDERS.join(" and ")}.`);
  const lines = readFileSync(place, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Case);
}
