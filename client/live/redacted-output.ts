/** The log of the extension. Whatever is written into it, by whomever, is written without secrets. Imports no editor. */
import type * as vscode from "vscode";
import { redact } from "../../livekit/redact.ts";

type Level = "trace" | "debug" | "info" | "warn" | "error";
type Write = (message: string | Error, ...values: readonly unknown[]) => void;

export function redactedOutput(channel: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const write = (level: Level): Write => {
    return (message, ...values) => channel[level](clean(message), ...values.map(clean));
  };
  return {
    get name() {
      return channel.name;
    },
    get logLevel() {
      return channel.logLevel;
    },
    onDidChangeLogLevel: (...listener) => channel.onDidChangeLogLevel(...listener),
    trace: write("trace"),
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    append: (text) => channel.append(redact(text)),
    appendLine: (text) => channel.appendLine(redact(text)),
    replace: (text) => channel.replace(redact(text)),
    clear: () => channel.clear(),
    // The older of two forms, which begins with a column, belongs to the interface as well.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    show: (first?: unknown, preservesFocus?: boolean) =>
      channel.show(typeof first === "boolean" ? first : preservesFocus),
    hide: () => channel.hide(),
    dispose: () => channel.dispose(),
  };
}

/** As a log shows it: an error with where it came from. */
function clean(value: unknown): string {
  if (typeof value === "string") return redact(value);
  if (value instanceof Error) return redact(value.stack ?? value.message);
  try {
    const text: unknown = JSON.stringify(value); // which is undefined for some
    return redact(String(text));
  } catch {
    return redact(String(value));
  }
}
