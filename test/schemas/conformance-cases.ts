/** Documents with LiveKit's verdict on them: the cases for readers, of which the schemas can express a part. */
import { existsSync, readFileSync } from "node:fs";

export type Target = "info" | "lk-create" | "lk-update" | "api-create" | "api-update";

export interface Verdict {
  readonly ok: boolean;
  readonly stage?: "parse" | "validate" | "conflict";
  readonly error?: string;
  /** What the reader of the API found; the API itself never says why. */
  readonly detail?: string;
}

export interface Case {
  readonly id: string;
  readonly target: Target;
  readonly withId?: boolean;
  readonly text?: string;
  readonly b64?: string;
  readonly expect: Verdict;
  /** The verdict of the protocol version that our schemas are made from, where a newer one differs. */
  readonly older?: Verdict;
}

const PLACES = ["../../../shared/conformance/decode.ndjson", "../conformance/decode.ndjson"];

/** @throws if there is neither the full set beside the repository nor the sample in it */
export function readCases(): Case[] {
  const place = PLACES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!place) throw new Error(`No conformance cases: looked for ${PLACES.join(" and ")} from test/schemas/.`);
  const lines = readFileSync(place, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Case);
}
