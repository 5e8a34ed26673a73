// Single-character edits in random places: one character comes, the same character goes.
import { below, pick, random } from "../documents/random.mjs";

/** Letters that are typed: inside a string they harm no syntax, anywhere they break it half of the time. */
const LETTERS = { anywhere: 'abcde0"x7,', strings: "abcdexyz-7" };

/**
 * @param {string} text
 * @param {number} count
 * @param {"anywhere" | "strings"} where
 * @returns {{ range: object, text: string }[]}
 */
export function edits(text, count, where) {
  const next = random(11);
  const lines = text.split("\n");
  const plan = [];
  while (plan.length < count) {
    const line = below(next, lines.length);
    const character =
      where === "anywhere" ? below(next, lines[line].length + 1) : inString(lines[line], next);
    if (character === undefined) continue;
    const start = { line, character };
    plan.push({ range: { start, end: start }, text: pick(next, LETTERS[where]) });
    plan.push({ range: { start, end: { line, character: character + 1 } }, text: "" });
  }
  return plan.slice(0, count);
}

/** A column inside the string value of a line, if it has one. */
function inString(line, next) {
  const value = /: "([^"\\]+)"/.exec(line);
  return value ? value.index + 3 + below(next, value[1].length) : undefined;
}
