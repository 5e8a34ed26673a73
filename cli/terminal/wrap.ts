/** Paragraphs broken into lines of a terminal's width. */
import { columnsOfText } from "./width.ts";

/** Line breaks inside a paragraph are blanks; a blank line parts two paragraphs. Lists keep an item a line. */
export function wrap(text: string, columns: number, indent = ""): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((paragraph) => [
      ...paragraph.split(/\n(?=\s*(?:[-*]|\d+\.) )/).flatMap((part) => lines(part, columns - indent.length)),
      "",
    ])
    .slice(0, -1)
    .map((line) => (line === "" ? "" : indent + line))
    .join("\n");
}

function lines(paragraph: string, columns: number): string[] {
  const out: string[] = [];
  let line = "";
  for (const word of paragraph.trim().split(/\s+/)) {
    if (line !== "" && columnsOfText(line) + 1 + columnsOfText(word) > columns) {
      out.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...out, line];
}
