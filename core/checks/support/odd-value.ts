/** What stands where JSON wants a value, and what its author meant. */
import { removeRange, safeFix, suggestedFix } from "../../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import { quoteString } from "../../json/strings.ts";
import type { Fix, Range } from "../../problem.ts";
import { fieldOf } from "../../protocol/fields.ts";
import { named } from "../../text/show.ts";
import { nodeBefore } from "../../json/node-at.ts";
import { endOfOddQuotes, isOddQuote, withoutOddQuotes } from "./odd-quotes.ts";

export interface Meaning {
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** Literals of other languages. */
const LITERALS: Readonly<Record<string, string>> = {
  true: "true",
  false: "false",
  null: "null",
  none: "null",
  nil: "null",
  undefined: "null",
};
const YES_OR_NO: Readonly<Record<string, string>> = { yes: "true", on: "true", no: "false", off: "false" };

/** White space that JSON does not know, and characters without width. */
const INVISIBLE = /^[\s\u200b-\u200f\u2060\ufeff]+$/;

/** @param word what stands in `range`, the start of it if it is long */
export function meaningOf(tree: JsonTree, range: Range, word: string): Meaning | undefined {
  if (INVISIBLE.test(word)) {
    const fix = safeFix("Write a blank", { ...range, newText: " " });
    return {
      message: "An invisible character that JSON does not know as white space stands here.",
      fixes: [fix],
    };
  }
  if (word === ";")
    return {
      message: "JSON separates with commas.",
      fixes: [safeFix("Write a comma", { ...range, newText: "," })],
    };
  if (isOddQuote(word[0]) && !word.startsWith("'")) return inOddQuotes(tree, range, word);
  const value = nodeBefore(tree, range.start);
  const isValue = value !== NONE && tree.kind(value) === Kind.Invalid && tree.start(value) === range.start;
  return isValue ? oddWord(tree, value, range, word) : undefined;
}

function inOddQuotes(tree: JsonTree, range: Range, word: string): Meaning {
  const end = endOfOddQuotes(tree.text, range.start);
  const whole = end < 0 ? range : { start: range.start, end };
  const inner = end < 0 ? withoutOddQuotes(word) : withoutOddQuotes(tree.text.slice(range.start, end));
  const fix = suggestedFix("Write straight quotes", { ...whole, newText: quoteString(inner) });
  return { message: "JSON wants straight double quotes.", fixes: [fix] };
}

function oddWord(tree: JsonTree, value: Node, range: Range, word: string): Meaning | undefined {
  const write = (title: string, newText: string, isSafe: boolean): Fix =>
    (isSafe ? safeFix : suggestedFix)(title, { ...range, newText });
  const literal = LITERALS[word.toLowerCase()];
  if (literal !== undefined)
    return {
      message: `JSON writes \`${literal}\`, not ${named(word)}.`,
      fixes: [write(`Write \`${literal}\``, literal, true)],
    };
  const field = tree.kind(value - 1) === Kind.Key ? fieldOf(tree, value - 1) : undefined;
  const truth = field?.kind === "bool" ? YES_OR_NO[word.toLowerCase()] : undefined;
  if (truth !== undefined)
    return {
      message: `JSON writes \`${truth}\`, not ${named(word)}.`,
      fixes: [write(`Write \`${truth}\``, truth, false)],
    };
  if (/^[-+.]?\d/.test(word)) {
    const number = plainNumber(word);
    const asText = write("Put it in quotes", quoteString(word), false);
    const asNumber = number === undefined ? [] : [write(`Write \`${number}\``, number, false)];
    const fixes =
      field?.kind === "string" || number === undefined ? [asText, ...asNumber] : [...asNumber, asText];
    return { message: `${named(word)} is no JSON number.`, fixes };
  }
  if (word.startsWith("'"))
    return { message: "JSON wants double quotes, and this quote has no end.", fixes: [] };
  const words = wordsFrom(tree.text, range.start);
  if (words === "") return undefined;
  const quotes = { start: range.start, end: range.start + words.length, newText: quoteString(words) };
  return {
    message: `JSON wants ${named(words)} in double quotes.`,
    fixes: [(field?.kind === "string" ? safeFix : suggestedFix)("Put it in double quotes", quotes)],
  };
}

/** A number without what JSON does not allow: `007` is 7, `.5` is 0.5, `0x10` is 16. */
function plainNumber(word: string): string | undefined {
  const value = Number(word.replace(/(?<=\d)_(?=\d)/g, ""));
  const plain = String(value);
  return Number.isFinite(value) && /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
}

/** What was meant as one text: up to what has a meaning in JSON, on one line. */
function wordsFrom(text: string, start: number): string {
  return (/^[^",:{}[\]\r\n\\\t]+/.exec(text.slice(start, start + 200))?.[0] ?? "").trimEnd();
}

/** Takes away what stands from `start` to the end of its line. */
export function removeLineFrom(text: string, start: number): Fix {
  const end = start + (/^[^\r\n]*/.exec(text.slice(start, start + 2000))?.[0] ?? "").length;
  return safeFix("Remove the comment", removeRange({ start, end }));
}
