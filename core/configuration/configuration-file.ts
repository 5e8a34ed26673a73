/** The file in which a project says how its dispatch rules are checked, for every editor and the command line. */
import { plainValue } from "../json/plain-value.ts";
import { readJson } from "../json/reader.ts";
import type { SyntaxKind } from "../json/syntax.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { readFileLevels, type FileLevels } from "./file-levels.ts";
import { isObject } from "./levels.ts";

const KEYS = ["$schema", "checks", "overrides"];

export interface ReadConfiguration {
  readonly levels: FileLevels;
  /** What was not understood and therefore ignored, a sentence each. */
  readonly complaints: readonly string[];
}

/** What is read over: comments say why a check is off, so they are welcome. */
const ALLOWED: ReadonlySet<SyntaxKind> = new Set<SyntaxKind>([
  "comment",
  "trailing-comma",
  "byte-order-mark",
]);

/** Deeper than any setting; what is deeper is not looked at. */
const DEEPEST = 100;

/** @param text JSON, with comments and commas behind the last member */
export function readConfiguration(text: string): ReadConfiguration {
  const complaints: string[] = [];
  const tree = readJson(text);
  const mistake = tree.problems.find(({ kind }) => !ALLOWED.has(kind));
  const value = mistake || tree.depth > DEEPEST ? undefined : plainValue(tree, 0);
  if (mistake) complaints.push(`it is no JSON from line ${lineOf(text, mistake.start)} on.`);
  else if (!isObject(value)) complaints.push(`it must hold an object, as in {"checks": {}}.`);
  const settings = isObject(value) ? value : {};
  for (const key of Object.keys(settings))
    if (!KEYS.includes(key)) complaints.push(`${key}: there is no such setting.${didYouMean(key, KEYS)}`);
  return { levels: readFileLevels(settings, "", complaints), complaints };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
