/** `--fix` for one file: applies the safe fixes, writes the file, and says what it did. */
import type { DecodedText } from "../../core/json/bytes.ts";
import type { Problem } from "../../core/problem.ts";
import { FileError } from "../files/file-error.ts";
import { reasonOf } from "../files/reasons.ts";
import { replaceFile } from "../files/replace.ts";
import { visible } from "../../core/text/visible.ts";
import { applySafeFixes, safeFixOf } from "./apply-fixes.ts";
import { checkText, type Judging } from "./check-text.ts";

export interface Mending {
  readonly judging: Judging;
  readonly say: (text: string) => void;
}

/**
 * What the file holds afterwards, checked, or `undefined` where nothing was done.
 * @param problems those of the file as it was read
 */
export function mendFile(
  path: string,
  file: DecodedText,
  problems: readonly Problem[],
  { judging, say }: Mending,
): ReturnType<typeof checkText> | undefined {
  if (!problems.some(safeFixOf)) return undefined;
  if (file.hasRawBytes) {
    // Written back, each byte that is no UTF-8 would become another character.
    say(`${visible(path)}: not fixed, because it holds bytes that are no UTF-8\n`);
    return undefined;
  }
  const { text, applied } = applySafeFixes(file.text, problems, judging);
  if (text === file.text) return undefined;
  try {
    replaceFile(path, text);
  } catch (error) {
    throw new FileError(`its fixes could not be written: ${reasonOf(error)}`);
  }
  for (const [title, times] of applied)
    say(`${visible(path)}: fixed: ${visible(title)}${times > 1 ? ` (${times} times)` : ""}\n`);
  return checkText({ text, hasRawBytes: false }, judging);
}
