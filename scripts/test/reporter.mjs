// @ts-check
// A reporter for node's test runner that a person reads: failures whole, skips with their reason, passes not at all.
import path from "node:path";
import { inspect } from "node:util";
import { resultOf } from "./results.mjs";

/** @param {AsyncIterable<import("node:test/reporters").TestEvent>} events */
export default async function* reporter(events) {
  /** @type {string[]} names of the suites around the test that runs */
  const around = [];
  for await (const event of events) {
    if (event.type === "test:stdout" || event.type === "test:stderr") yield event.data.message;
    if (event.type === "test:start") around[event.data.nesting] = event.data.name;
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;

    const result = resultOf(event);
    if (!result || result.state === "passed") continue;
    const place = `${path.relative(process.cwd(), result.file)}:${event.data.line ?? 1}`;
    const title = [place, ...around.slice(0, event.data.nesting), result.name].join(" › ");
    if (result.state === "skipped") yield `skipped: ${title}\n         ${result.reason}\n`;
    else yield `\nFAILED: ${title}\n${indent(explain(event))}\n\n`;
  }
}

/** @param {import("node:test/reporters").TestEvent} event */
function explain(event) {
  if (event.type !== "test:fail") return "There is no test in this file.";
  const { error } = event.data.details;
  const cause = error.cause ?? error;
  const text = cause instanceof Error && cause.stack ? inspect(cause) : String(cause);
  return text.replace(/\n +at .*node:internal\/.*/g, "");
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, "  ");
}
