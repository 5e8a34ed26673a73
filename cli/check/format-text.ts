/** `--format text`: for people, in the manner of compilers. */
import type { Problem, Severity } from "../../core/problem.ts";
import type { Paint, Style } from "../terminal/colour.ts";
import { shorten, visible } from "../../core/text/visible.ts";
import { excerpt } from "./excerpt.ts";
import type { Format } from "./format.ts";
import { livekitWords } from "../../core/livekit-words.ts";
import type { CheckedFile, Summary } from "./outcome.ts";
import { relatedPlace } from "./related-place.ts";

const STYLES: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  info: "cyan",
  hint: "cyan",
};
/** More are for an editor, where one can be chosen. */
const FIXES_SHOWN = 2;
/** A name of ten megabytes stands in the message, and in LiveKit's words once more. */
const LONGEST = 600;

/** @param columns how wide the terminal is */
export function textFormat(paint: Paint, columns: number): Format {
  return {
    start: () => "",
    *checked(file: CheckedFile): Generator<string> {
      for (const problem of file.problems) yield problemText(problem, file, paint, columns);
    },
    // The run itself says it.
    unreadable: () => "",
    end: (summary: Summary) => `${summary.toString()}\n`,
  };
}

function problemText(problem: Problem, file: CheckedFile, paint: Paint, columns: number): string {
  const { lines } = file;
  const { line, column } = lines.place(problem.start);
  const style = STYLES[problem.severity];
  const path = visible(file.path);
  const label = paint(style, `${problem.severity}[${problem.code}]`);
  const number = String(line);
  const gutter = " ".repeat(number.length);
  const bar = paint("blue", "|");
  const { source, marker } = excerpt(
    lines.text,
    lines.range(line),
    problem,
    Math.max(30, columns - gutter.length - 3),
  );
  const out = [
    `${path}:${line}:${column}: ${label} ${paint("bold", words(problem.message))}`,
    `${gutter} ${bar}`,
    `${paint("blue", number)} ${bar} ${source}`.trimEnd(),
    `${gutter} ${bar} ${marker.replace(/\^+$/, (carets) => paint(style, carets))}`,
  ];
  const note = (kind: string, text: string): number =>
    out.push(`${gutter} ${paint("blue", "=")} ${paint("bold", kind)} ${text}`);
  if (problem.livekit) {
    const said = livekitWords(problem.livekit);
    const colon = said.indexOf(": ") + 1;
    note(said.slice(0, colon), words(said.slice(colon + 1)));
  }
  for (const related of problem.related) {
    note("see", `${relatedPlace(related, lines)}: ${words(related.message)}`);
  }
  for (const fix of problem.fixes.slice(0, FIXES_SHOWN)) note("help:", words(fix.title));
  return `${out.join("\n")}\n\n`;
}

function words(text: string): string {
  return visible(shorten(text, LONGEST));
}
