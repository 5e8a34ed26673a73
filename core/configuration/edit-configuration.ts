/** Reading and writing one severity in a configuration file, with its comments and entries left as they are. */
import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  parseTree,
  type ParseError,
} from "jsonc-parser";
import type { Level } from "../problem.ts";

/** Which entry of the file is meant. */
export interface LevelEntry {
  readonly code: string;
  /** Left out: the severity for all files. */
  readonly glob?: string | undefined;
}

const LAYOUT = { formattingOptions: { insertSpaces: true, tabSize: 2 }, getInsertionIndex: atTheEnd };

/**
 * @param text what the file holds; `""` where there is none yet
 * @param level `undefined` takes the entry out
 * @returns what it holds then
 */
export function editConfiguration(
  text: string,
  { code, glob }: LevelEntry,
  level: Level | undefined,
): string {
  const whole = text.trim() === "" ? "{}\n" : text;
  return applyEdits(whole, modify(whole, placeOf({ code, glob }), level, LAYOUT));
}

/** What stands there; `undefined` for nothing. */
export function levelIn(text: string, entry: LevelEntry): unknown {
  const tree = parseTree(text);
  const node = tree && findNodeAtLocation(tree, placeOf(entry));
  return node && getNodeValue(node);
}

/** Whether a text is JSON, with comments, so that something can be written into it. */
export function isReadable(text: string): boolean {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return errors.length === 0;
}

function placeOf({ code, glob }: LevelEntry): string[] {
  return glob === undefined ? ["checks", code] : ["overrides", glob, code];
}

/** Of several globs that mean one file the last counts. */
function atTheEnd(names: string[]): number {
  return names.length;
}
