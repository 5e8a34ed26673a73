/** The log holds no secret, whoever writes into it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type * as vscode from "vscode";
import { redactedOutput } from "../../../client/live/redacted-output.ts";

const TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJBUEkifQ.c2lnbmF0dXJl";

function recorded(): { readonly output: vscode.LogOutputChannel; readonly lines: string[] } {
  const lines: string[] = [];
  const write = (...values: unknown[]): number => lines.push(values.map(String).join(" "));
  const names = ["trace", "debug", "info", "warn", "error", "append", "appendLine", "replace"];
  const channel = Object.fromEntries(names.map((name) => [name, write]));
  return { output: redactedOutput(channel as unknown as vscode.LogOutputChannel), lines };
}

test("every way to write into the log takes secrets out", () => {
  const { output, lines } = recorded();
  const text = `sent Bearer ${TOKEN}`;
  for (const level of ["trace", "debug", "info", "warn", "error"] as const) {
    output[level](text);
    output[level]("failed:", new Error(text), { authorization: text });
  }
  output.error(new Error(text));
  for (const way of ["append", "appendLine", "replace"] as const) output[way](text);
  assert.equal(lines.length, 14);
  for (const line of lines) {
    assert.doesNotMatch(line, /eyJ/);
    assert.match(line, /\[hidden\]/);
  }
});

test("an error is told with its place, and what cannot be written as JSON is no error", () => {
  const { output, lines } = recorded();
  output.error("It failed.", new TypeError("no such thing"));
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;
  output.warn("odd:", circular, undefined, 3n);
  assert.match(lines[0]!, /^It failed\. TypeError: no such thing\n\s+at /);
  assert.equal(lines[1], "odd: [object Object] undefined 3");
});
