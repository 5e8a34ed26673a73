/** The run over all files: find, read, check, mend, report; one file at a time, nothing kept. */
import { bugReport } from "../bug.ts";
import { findFiles, STANDARD_INPUT, type Match } from "../files/find.ts";
import { FileError } from "../files/file-error.ts";
import { readStandardInput, readTextFile, type Reading } from "../files/read.ts";
import type { Progress } from "../terminal/progress.ts";
import type { Output } from "../terminal/streams.ts";
import { visible } from "../terminal/visible.ts";
import { checkText, type Judging } from "./check-text.ts";
import type { Format } from "./format.ts";
import { Lines } from "./lines.ts";
import { mendFile } from "./mend.ts";
import { Summary } from "./outcome.ts";

export interface Run {
  readonly operands: readonly string[];
  readonly judging: Judging;
  readonly isFixing: boolean;
  readonly format: Format;
  readonly output: Output;
  readonly progress: Progress;
  /** For what is no part of the report. */
  readonly say: (text: string) => void;
}

export interface RunResult {
  readonly summary: Summary;
  /** Folders and globs in which there was nothing to check. */
  readonly matchedNothing: readonly string[];
}

export async function run({ operands, format, output, progress, ...how }: Run): Promise<RunResult> {
  const summary = new Summary();
  const matchedNothing: string[] = [];
  await output.write(format.start());
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
    if (typeof outcome !== "string") return outcome;
    summary.unreadable++;
    await output.flush();
    progress.clear();
    how.say(`${visible(name)}: error: ${visible(outcome)}\n`);
    const piece = format.unreadable({ path: name, reason: outcome });
    return piece === "" ? [] : [piece];
  }

  function checkFile(path: string, name: string, { file }: Extract<Reading, { ok: true }>): Iterable<string> {
    const first = checkText(file, how.judging);
    const mended = how.isFixing ? mendFile(path, file, first.problems, how) : undefined;
    const { document, problems } = mended ?? first;
    summary.add(problems);
    return format.checked({ path: name, document, problems, lines: new Lines(document.text) });
  }
}

async function read(path: string): Promise<Reading> {
  return path === STANDARD_INPUT ? readStandardInput() : readTextFile(path);
}

/** A bug in the check of one file must not hide what the others have. */
function attempt<T>(check: () => T, say: (text: string) => void): T | string {
  try {
    return check();
  } catch (error) {
    if (error instanceof FileError) return error.message;
    say(`${bugReport(error)}
`);
    return "its check failed";
  }
}
