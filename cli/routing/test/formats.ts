/** How routing tests are reported to people and scripts; `format-ci.ts` has what machines that build things read. */
import { count } from "../../check/outcome.ts";
import type { Paint } from "../../terminal/colour.ts";
import { shorten, visible } from "../../../core/text/visible.ts";
import { exactPlaceOf, type SourcedRule } from "../../../core/routing/sourced-rule.ts";
import type { TestedFile } from "./run-file.ts";
import type { Totals } from "./totals.ts";

const LONGEST = 600;

/** `room: expected "a", got "b"`, and why: one line each. */
export function failureLines({ differences, reasons }: TestedFile["calls"][number]): string[] {
  return [
    ...differences.map(({ field, expected, actual }) => `${field}: expected ${expected}, got ${actual}`),
    ...reasons,
  ].map(clean);
}

/** `rule "Sales"`, or only `this rule` */
export function nameOf({ rule: { name = "" } }: SourcedRule): string {
  return name === "" ? "this rule" : `rule "${name}"`;
}

export function* testsText({ files, passed, failed, unreached }: Totals, paint: Paint): Generator<string> {
  for (const { path, problems, calls, leftOut } of files) {
    for (const { line, column, message } of problems)
      yield `${clean(path)}:${line}:${column}: ${paint("red", "cannot be run:")} ${clean(message)}\n`;
    for (const { place, reason } of leftOut) yield `${clean(place)}: left out: ${clean(reason)}\n`;
    for (const call of calls) {
      const isFine = call.differences.length === 0;
      const mark = isFine ? paint("green", "pass") : paint("red", "FAIL");
      const place = isFine ? "" : ` (${clean(path)}:${call.line}:${call.column})`;
      yield `${mark}  ${clean(call.call.name)}${place}\n`;
      for (const line of failureLines(call)) yield `      ${line}\n`;
    }
  }
  for (const rule of unreached ?? [])
    yield `${clean(exactPlaceOf(rule))}: ${paint("yellow", "no call reaches")} ${clean(nameOf(rule))}\n`;
  const broken = files.filter(({ problems }) => problems.length > 0).length;
  const end = [
    `${count(passed + failed, "call")}: ${passed} passed, ${failed} failed`,
    broken > 0 ? `${count(broken, "file")} could not be run` : "",
    unreached ? `${count(unreached.length, "rule")} reached by none` : "",
  ];
  yield `${end.filter(Boolean).join("; ")}\n`;
}

export function testsJson({ files, passed, failed, unreached }: Totals): string {
  const report = {
    files: files.map(({ path, problems, calls, leftOut }) => ({
      path,
      problems,
      leftOut,
      calls: calls.map(({ call, differences, reasons, line, column }) => ({
        name: call.name,
        line,
        column,
        passed: differences.length === 0,
        differences,
        reasons,
      })),
    })),
    passed,
    failed,
    unreached: unreached?.map((rule) => ({
      place: exactPlaceOf(rule),
      id: rule.rule.sipDispatchRuleId,
      name: rule.rule.name,
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function clean(text: string): string {
  return visible(shorten(text, LONGEST));
}
