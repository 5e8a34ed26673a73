/**
 * `--format github`: workflow commands, which GitHub Actions turns into annotations. What it would take for a
 * part of the command is escaped as its toolkit does (actions/toolkit, packages/core/src/command.ts).
 */
import { isAbsolute, relative, resolve } from "node:path";
import type { Problem, Severity } from "../../core/problem.ts";
import { shorten, visible, visibleLines } from "../../core/text/visible.ts";
import type { Format } from "./format.ts";
import { livekitWords } from "../../core/livekit-words.ts";
import type { Lines } from "./lines.ts";
import type { CheckedFile, UnreadableFile } from "./outcome.ts";
import { relatedPlace } from "./related-place.ts";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};
const LONGEST = 1000;

/** @param workspace the folder of the checked-out repository, to which annotations refer */
export function githubFormat(workspace = process.env["GITHUB_WORKSPACE"]): Format {
  return {
    start: () => "",
    *checked({ path, problems, lines }: CheckedFile): Generator<string> {
      const file = inWorkspace(path, workspace);
      for (const problem of problems) {
        const { line, column, endLine, endColumn } = lines.region(problem);
        const properties = { file, line, endLine, col: column, endColumn, title: problem.code };
        yield command(COMMANDS[problem.severity], properties, messageOf(problem, lines));
      }
    },
    unreadable: ({ path, reason }: UnreadableFile) =>
      command(
        "error",
        { file: inWorkspace(path, workspace), title: "unreadable" },
        `Could not be read: ${reason}`,
      ),
    end: () => "",
  };
}

function inWorkspace(path: string, workspace: string | undefined): string {
  if (!workspace) return path;
  const inside = relative(workspace, resolve(path)).replaceAll("\\", "/");
  return inside.startsWith("../") || isAbsolute(inside) ? path : inside;
}

/** An annotation has one place: those in other files and in projects are named in its text. */
function messageOf({ message, livekit, related }: Problem, places: Lines): string {
  const elsewhere = related.filter(
    ({ document, deployed }) => document !== undefined || deployed !== undefined,
  );
  const lines = [
    message,
    ...(livekit ? [livekitWords(livekit)] : []),
    ...elsewhere.map((place) => `See ${relatedPlace(place, places)}: ${place.message}`),
  ];
  return lines.map((line) => shorten(line, LONGEST)).join("\n");
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeData(visibleLines(message))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(visible(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
