/**
 * Our sentences in which texts of others may stand bare, as Markdown (in hovers those are always code): values in
 * backticks are code, and nothing else is markup. Neither a tag nor a link of any kind can come of a rule's name, nor
 * what a reader makes a link of unasked.
 */
import { shorten, visible } from "../../text/visible.ts";

const LONGEST = 600;
/** What has no backtick in it can stand between two and do nothing. */
const CODE = /`([^`]+)`/g;
const MARKUP = /[\\`*_{}[\]<>|~&$@#!]/g;
/** `https://` and `example.com`, but not a file's `.json`. */
const LINK_OF_ITS_OWN = /:(?=\/\/)|(?<=\S)\.(?=\p{L})(?!json\b)/gu;

/** On one line, as a heading or an item has it. */
export function prose(text: string): string {
  return written(text, () => true);
}

/** For a table, where a `|` in code would end the cell. */
export function cell(text: string): string {
  return written(text, (code) => !code.includes("|"));
}

function written(text: string, mayBeCode: (code: string) => boolean): string {
  const line = visible(shorten(text, LONGEST));
  let out = "";
  let end = 0;
  for (const match of line.matchAll(CODE)) {
    const [span, code = ""] = match;
    if (code.trim() === "" || !mayBeCode(code)) continue;
    out += escaped(line.slice(end, match.index)) + span;
    end = match.index + span.length;
  }
  return out + escaped(line.slice(end));
}

function escaped(text: string): string {
  return text.replace(MARKUP, "\\$&").replace(LINK_OF_ITS_OWN, "\\$&");
}
