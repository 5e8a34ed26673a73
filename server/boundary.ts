/** Where bugs end: a feature that fails says nothing, the server goes on, and the log tells where it happened. */
import { ResponseError } from "vscode-jsonrpc";
import type { Log } from "./connection.ts";

/** @param instead what the feature answers when it fails */
export function guarded<Answer>(log: Log, feature: string, instead: Answer, run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    return afterBug(log, feature, instead, error);
  }
}

/** The same for a feature that has to wait for something. */
export async function guardedAsync<Answer>(
  log: Log,
  feature: string,
  instead: Answer,
  run: () => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    return afterBug(log, feature, instead, error);
  }
}

function afterBug<Answer>(log: Log, feature: string, instead: Answer, error: unknown): Answer {
  // A refusal is an answer, not a bug.
  if (error instanceof ResponseError) throw error;
  log.error(`Bug in ${feature}, please report it: ${redacted(error)}`);
  return instead;
}

/** Names and places in the code only: the message of an error can quote a document, and a document can hold a PIN. */
export function redacted(error: unknown): string {
  if (!(error instanceof Error)) return "not an error";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join("\n");
}
