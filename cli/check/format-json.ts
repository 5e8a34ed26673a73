/** `--format json`: one object, written file by file; its shape is described in the user guide. */
import type { Fix, Problem, RelatedPlace } from "../../core/problem.ts";
import type { Format } from "./format.ts";
import { Lines } from "./lines.ts";
import type { CheckedFile, Summary, UnreadableFile } from "./outcome.ts";

export function jsonFormat(): Format {
  let separator = "\n";
  const next = (): string => {
    const before = separator;
    separator = ",\n";
    return before;
  };
  return {
    start: () => `{"files": [`,
    *checked(file: CheckedFile): Generator<string> {
      const { path, document } = file;
      const head = JSON.stringify({ path, form: document.form, target: document.target });
      yield `${next()}${head.slice(0, -1)},"problems":[`;
      for (const [index, problem] of file.problems.entries())
        yield `${index > 0 ? "," : ""}${JSON.stringify(problemJson(problem, file.lines))}`;
      yield "]}";
    },
    unreadable: ({ path, reason }: UnreadableFile) =>
      next() + JSON.stringify({ path, error: reason, problems: [] }),
    end: (summary: Summary) => `\n],\n"summary": ${JSON.stringify(summaryJson(summary))}}\n`,
  };
}

function problemJson(problem: Problem, lines: Lines): object {
  const { code, severity, message, livekit, related, tags } = problem;
  const fixes = problem.fixes.map((fix) => fixJson(fix, lines));
  return {
    code,
    severity,
    message,
    ...(livekit && {
      livekit: { by: livekit.by, text: livekit.text, ...(livekit.isFirst && { first: true }) },
    }),
    ...lines.region(problem),
    ...(fixes.length > 0 && { fix: fixes[0], fixes }),
    ...(related.length > 0 && {
      related: related.map((place) => relatedJson(place, lines)),
    }),
    ...(tags.length > 0 && { tags }),
  };
}

function relatedJson(place: RelatedPlace, lines: Lines): object {
  const { message, document, deployed } = place;
  if (deployed) return { message, ruleId: deployed.id };
  if (!document) return { message, ...lines.region(place) };
  return { message, path: document.uri, ...new Lines(document.text).region(place) };
}

function fixJson({ title, isSafe, edits }: Fix, lines: Lines): object {
  return { title, isSafe, edits: edits.map((edit) => ({ ...lines.region(edit), newText: edit.newText })) };
}

function summaryJson({ files, counts, unreadable }: Summary): object {
  const { error, warning, info, hint } = counts;
  return { files, errors: error, warnings: warning, infos: info, hints: hint, unreadable };
}
