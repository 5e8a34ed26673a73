/**
 * JSON that stands in a metadata string: in one line there, over several where it is edited. Only white space
 * between tokens changes; text that is no JSON is left alone.
 */
import { createScanner } from "jsonc-parser";
import { applyEdits } from "../fixes.ts";
import { readJson } from "../json/reader.ts";
import { Kind } from "../json/tree.ts";
import { formatDocument } from "./format.ts";

/** What an editor shows of a metadata text: an object or array in one line is laid out over several. */
export function metadataForEditing(text: string): string {
  return isOneLineJson(text) ? laidOut(text) : text;
}

/** What the file gets of an edited text: what `metadataForEditing` laid out is put into one line again. */
export function metadataForFile(edited: string, original: string): string {
  const shown = metadataForEditing(original);
  if (edited === shown || withoutEnd(edited) === shown) return original;
  if (!isOneLineJson(original)) return /[\r\n]$/.test(original) ? edited : withoutEnd(edited);
  // Half-written JSON keeps its lines, so that it is found as it was left.
  return isJson(edited) ? inOneLine(edited, isSpaced(original)) : withoutEnd(edited);
}

/** JSON in one line. @param spaced with a blank behind every colon and comma, as in `{"a": 1, "b": 2}` */
export function inOneLine(json: string, spaced: boolean): string {
  const scanner = createScanner(json, true);
  const tokens: string[] = [];
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const token = json.slice(start, start + scanner.getTokenLength());
    tokens.push(spaced && (token === ":" || token === ",") ? `${token} ` : token);
  }
  return tokens.join("");
}

/** JSON over several lines, two spaces a level. */
export function laidOut(json: string): string {
  return applyEdits(json, formatDocument(json, { tabSize: 2, insertSpaces: true }));
}

/** Whether a text is an object or an array in JSON: a number or a word may be meant as plain text. */
export function isJson(text: string): boolean {
  return /^[ \t\r\n]*[{[]/.test(text) && readJson(text).problems.length === 0;
}

function isOneLineJson(text: string): boolean {
  return !/[\r\n]/.test(text) && isJson(text);
}

/** Whether a blank stands between the first key and its value, or between the first two items. */
export function isSpaced(json: string): boolean {
  const tree = readJson(json);
  const [first, second] = tree.children(0);
  if (first === undefined) return false;
  const next = tree.kind(first) === Kind.Key ? first + 1 : second;
  return next !== undefined && /[ \t\r\n]/.test(json.slice(tree.end(first), tree.start(next)));
}

/** An editor puts a line break at the end, whether the author wants one or not. */
function withoutEnd(text: string): string {
  return text.replace(/(?:\r\n|\n|\r)$/, "");
}
