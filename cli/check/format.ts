/** A format of the report. It is handed one file after the other and keeps none, so that any number fits. */
import type { CheckedFile, Summary, UnreadableFile } from "./outcome.ts";

export interface Format {
  start(): string;
  /** In pieces: one file may have a million problems. */
  checked(file: CheckedFile): Iterable<string>;
  unreadable(file: UnreadableFile): string;
  end(summary: Summary): string;
}
