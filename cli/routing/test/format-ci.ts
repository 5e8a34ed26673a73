/** Routing tests as JUnit's XML, which most build servers read, and as annotations of GitHub Actions. */
import { visible, visibleLines } from "../../../core/text/visible.ts";
import type { Place } from "../../check/lines.ts";
import { exactPlaceOf, type SourcedRule } from "../../../core/routing/sourced-rule.ts";
import { failureLines, nameOf } from "./formats.ts";
import type { TestedFile } from "./run-file.ts";
import type { Totals } from "./totals.ts";

export function* testsJunit({ files, passed, failed, unreached = [] }: Totals): Generator<string> {
  const broken = files.filter(({ problems }) => problems.length > 0).length;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield `<testsuites tests="${passed + failed + broken}" failures="${failed}" errors="${broken}">\n`;
  for (const file of files) yield* suite(file);
  if (unreached.length > 0) yield* coverage(unreached);
  yield "</testsuites>\n";
}

function* suite({ path, problems, calls }: TestedFile): Generator<string> {
  const failures = calls.filter(({ differences }) => differences.length > 0).length;
  const errors = problems.length > 0 ? 1 : 0;
  const name = xml(path);
  yield `  <testsuite name="${name}" tests="${calls.length + errors}" failures="${failures}" errors="${errors}">\n`;
  if (problems.length > 0) {
    const text = problems
      .map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`)
      .join("\n");
    yield `    <testcase classname="${name}" name="the file itself">\n`;
    yield `      <error message="it cannot be run">${xml(text)}</error>\n    </testcase>\n`;
  }
  for (const call of calls) {
    const start = `    <testcase classname="${name}" name="${xml(call.call.name)}"`;
    const [first, ...more] = failureLines(call);
    if (first === undefined) yield `${start}/>\n`;
    else
      yield `${start}>\n      <failure message="${xml(first)}">${xml([`${path}:${call.line}:${call.column}`, ...more].join("\n"))}</failure>\n    </testcase>\n`;
  }
  yield "  </testsuite>\n";
}

/** JUnit knows no warnings: what no call reaches is what a suite without a test prints. */
function* coverage(unreached: readonly SourcedRule[]): Generator<string> {
  yield `  <testsuite name="coverage" tests="0" failures="0" errors="0">\n`;
  yield `    <system-out>${xml(unreached.map(notReached).join("\n"))}</system-out>\n  </testsuite>\n`;
}

export function* testsGithub({ files, unreached }: Totals): Generator<string> {
  for (const { path, problems, calls, leftOut } of files) {
    for (const problem of problems)
      yield annotation("error", path, problem, "routing test cannot be run", problem.message);
    for (const call of calls)
      if (call.differences.length > 0)
        yield annotation("error", path, call, call.call.name, failureLines(call).join("\n"));
    for (const { place, reason } of leftOut)
      yield annotation("warning", path, { line: 1, column: 1 }, "left out", `${place}: ${reason}`);
  }
  for (const rule of unreached ?? [])
    yield annotation("warning", ...fileOf(rule, files), "rule without a test", notReached(rule));
}

function notReached(rule: SourcedRule): string {
  return `${exactPlaceOf(rule)}: no call of the routing tests reaches ${nameOf(rule)}.`;
}

/** A deployed rule has no file: the test that should reach it is where somebody looks. */
function fileOf({ path, line, column }: SourcedRule, tests: Totals["files"]): [file: string, place: Place] {
  if (line !== undefined && column !== undefined) return [path, { line, column }];
  return [tests[0]?.path ?? path, { line: 1, column: 1 }];
}

function annotation(
  kind: "error" | "warning",
  file: string,
  { line, column }: Place,
  title: string,
  message: string,
): string {
  return `::${kind} file=${property(file)},line=${line},col=${column},title=${property(title)}::${data(message)}\n`;
}

/** As GitHub's toolkit escapes (actions/toolkit, packages/core/src/command.ts). */
function data(text: string): string {
  return visibleLines(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(visible(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** XML 1.0 has no way to say most control characters, so that they are shown as their pictures. */
function xml(text: string): string {
  return text
    .split("\n")
    .map(visible)
    .join("\n")
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}
