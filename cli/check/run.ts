/**
 * The run over all files: find, read, check, mend, report; one file at a time, nothing kept. Only for the whole picture
 * all files are read, and mended, before the first one is reported.
 */
import type { Levels } from "../../core/check-document.ts";
import { readRuleDocument } from "../../core/document.ts";
import type { DecodedText } from "../../core/json/bytes.ts";
import type { Problem } from "../../core/problem.ts";
import { bugReport } from "../bug.ts";
import { findFiles, STANDARD_INPUT, type Match } from "../files/find.ts";
import { FileError } from "../files/file-error.ts";
import { readStandardInput, readTextFile, type Reading } from "../files/read.ts";
import type { Progress } from "../terminal/progress.ts";
import type { Output } from "../terminal/streams.ts";
import { visible } from "../../core/text/visible.ts";
import { checkText, type Judging } from "./check-text.ts";
import { ConfigurationError } from "./configuration.ts";
import type { Format } from "./format.ts";
import { Lines } from "./lines.ts";
import { mendFile } from "./mend.ts";
import { Summary } from "./outcome.ts";
import type { WholePicture } from "./whole-picture.ts";

export interface Run {
  readonly operands: readonly string[];
  /** May throw a `FileError`. */
  readonly judgingFor: (path: string) => Judging;
  readonly isFixing: boolean;
  readonly format: Format;
  readonly output: Output;
  readonly progress: Progress;
  /** For what is no part of the report. */
  readonly say: (text: string) => void;
  /** Absent where each file is looked at by itself. */
  readonly picture?: WholePicture | undefined;
}

export interface RunResult {
  readonly summary: Summary;
  /** Folders and globs in which there was nothing to check. */
  readonly matchedNothing: readonly string[];
}

export async function run({ operands, format, output, progress, ...how }: Run): Promise<RunResult> {
  const summary = new Summary();
  const matchedNothing: string[] = [];
  const isMendedBefore = how.picture !== undefined;
  let standardInput: Promise<Reading> | undefined;
  await output.write(format.start());
  if (how.picture) await gather(how.picture);
  for (const match of findFiles(operands)) {
    if (!output.hasReader()) break;
    if ("matchedNothing" in match) {
      matchedNothing.push(match.matchedNothing);
      continue;
    }
    progress.tick(summary.files);
    for (const piece of await report(match)) {
      if (!output.hasReader()) break;
      progress.clear();
      await output.write(piece);
    }
  }
  progress.clear();
  for (const piece of reportOthers()) await output.write(piece);
  await output.write(format.end(summary));
  await output.flush();
  return { summary, matchedNothing };

  async function report({
    path,
    reason,
  }: Exclude<Match, { matchedNothing: string }>): Promise<Iterable<string>> {
    const name = path === STANDARD_INPUT ? "<stdin>" : path;
    const reading = reason === undefined ? await read(path) : { ok: false as const, reason };
    const outcome = reading.ok ? attempt(() => checkFile(path, name, reading), how.say) : reading.reason;
    if (typeof outcome !== "string" && !(outcome instanceof ConfigurationError)) return outcome;
    await output.flush();
    progress.clear();
    if (typeof outcome === "string") {
      summary.unreadable++;
      how.say(`${visible(name)}: error: ${visible(outcome)}\n`);
    } else if (summary.addUnchecked(outcome.path))
      // Once, however many files lie below it.
      how.say(`${visible(outcome.path)}: error: ${visible(outcome.reason)}\n`);
    const why = typeof outcome === "string" ? outcome : outcome.message;
    const piece = format.unreadable({ path: name, reason: why });
    return piece === "" ? [] : [piece];
  }

  function checkFile(path: string, name: string, { file }: Extract<Reading, { ok: true }>): Iterable<string> {
    const judging = how.judgingFor(path);
    const first = checkText(file, judging);
    const isFixing = how.isFixing && !isMendedBefore;
    const mended = isFixing ? mendFile(path, file, first.problems, { judging, say: how.say }) : undefined;
    const { document, problems: own } = mended ?? first;
    const problems = how.picture ? inOrder(own, how.picture.problemsOf(name, judging.levels)) : own;
    summary.add(problems);
    return format.checked({ path: name, document, problems, lines: new Lines(document.text) });
  }

  async function gather(picture: WholePicture): Promise<void> {
    for (const match of findFiles(operands)) {
      if ("matchedNothing" in match || match.reason !== undefined) continue;
      const { path } = match;
      progress.tick(0);
      const reading = await read(path);
      // What goes wrong here goes wrong again when the file is reported, and is said then.
      if (reading.ok)
        attempt(
          () => picture.take(...mended(path, reading.file)),
          () => undefined,
        );
    }
  }

  function mended(path: string, file: DecodedText): [name: string, file: DecodedText] {
    const name = path === STANDARD_INPUT ? "<stdin>" : path;
    if (!how.isFixing) return [name, file];
    const judging = how.judgingFor(path);
    const { problems } = checkText(file, judging);
    const text = mendFile(path, file, problems, { judging, say: how.say })?.document.text;
    return [name, text === undefined ? file : { text, hasRawBytes: false }];
  }

  /** Files with trunks, of which only the whole picture has something to say. */
  function* reportOthers(): Generator<string> {
    for (const { path, text, problems } of how.picture?.others(levelsFor) ?? []) {
      summary.add(problems);
      const document = readRuleDocument(text);
      yield* format.checked({ path, document, problems, lines: new Lines(text) });
    }
  }

  /** A mistake in a configuration has been said at the files, or is none of a file of trunks. */
  function levelsFor(path: string): Levels {
    const judging = attempt(
      () => how.judgingFor(path),
      () => undefined,
    );
    return typeof judging === "string" || judging instanceof ConfigurationError ? {} : judging.levels;
  }

  /** Standard input can be read only once. */
  async function read(path: string): Promise<Reading> {
    return path === STANDARD_INPUT ? (standardInput ??= readStandardInput()) : readTextFile(path);
  }
}

function inOrder(own: readonly Problem[], more: readonly Problem[]): readonly Problem[] {
  return more.length === 0 ? own : [...own, ...more].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A bug in the check of one file must not hide what the others have. */
function attempt<T>(check: () => T, say: (text: string) => void): T | string | ConfigurationError {
  try {
    return check();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    if (error instanceof FileError) return error.message;
    say(`${bugReport(error)}
`);
    return "its check failed";
  }
}
