/** Where bugs end: a feature that fails says nothing, the server goes on, and the log tells where it happened. */
import type { RemoteConsole } from "vscode-languageserver";

/** @param instead what the feature answers when it fails */
export function guarded<Answer>(
  console: RemoteConsole,
  feature: string,
  instead: Answer,
  run: () => Answer,
): Answer {
  try {
    return run();
  } catch (error) {
    console.error(`Bug in ${feature}, please report it: ${redacted(error)}`);
    return instead;
  }
}

/** Names and places in the code only: the message of an error can quote a document, and a document can hold a PIN. */
function redacted(error: unknown): string {
  if (!(error instanceof Error)) return "not an error";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join("\n");
}
