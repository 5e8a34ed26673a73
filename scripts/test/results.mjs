// @ts-check
// A reporter for node's test runner that a program reads: one line of JSON for each test.

/**
 * @typedef {object} Result
 * @property {"passed" | "failed" | "skipped"} state
 * @property {string} file
 * @property {string} name
 * @property {string} [reason] why it was skipped
 */

/**
 * @param {import("node:test/reporters").TestEvent} event
 * @returns {Result | undefined} undefined where nothing is to be counted: a suite only sums up what is in it
 */
export function resultOf(event) {
  if (event.type !== "test:pass" && event.type !== "test:fail") return undefined;
  const { name, file = "", skip, todo, details } = event.data;
  if (event.type === "test:fail") {
    const { failureType } = /** @type {{ failureType?: string }} */ (event.data.details.error);
    return failureType === "subtestsFailed" ? undefined : { state: "failed", file, name };
  }
  if (skip !== undefined && skip !== false) return { state: "skipped", file, name, reason: String(skip) };
  if (todo !== undefined && todo !== false) return { state: "skipped", file, name, reason: `todo: ${todo}` };
  if (details.type === "suite") return undefined;
  // A file without a single test is reported as one test that carries the file's name.
  return { state: name === file ? "failed" : "passed", file, name };
}

/** @param {AsyncIterable<import("node:test/reporters").TestEvent>} events */
export default async function* results(events) {
  for await (const event of events) {
    const result = resultOf(event);
    if (result) yield `${JSON.stringify(result)}\n`;
  }
}
