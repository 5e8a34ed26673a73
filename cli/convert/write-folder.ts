/** `--output`: the rules of a list, each as a file in a folder. Nothing that is there is overwritten. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { FileForm } from "../../core/rules/convert.ts";
import { splitList } from "../../core/rules/convert.ts";
import type { ExitCode } from "../command.ts";
import { FileError } from "../files/file-error.ts";
import { reasonOf } from "../files/reasons.ts";
import { visible } from "../../core/text/visible.ts";
import { refusal, removedFields, type Input } from "./input.ts";

/** All or nothing: what cannot be converted, or is there already, is found before the first file is written. */
export function writeFolder(
  input: Input,
  to: FileForm,
  folder: string,
  say: (text: string) => void,
): ExitCode {
  const files = splitList(input.document, to);
  const refused = files.flatMap(({ conversion }) => (conversion.ok ? [] : [conversion]));
  if (refused.length > 0) {
    for (const conversion of refused) say(refusal(input, conversion));
    return 1;
  }
  const paths = files.map(({ fileName }) => join(folder, basename(fileName)));
  const existing = paths.filter((path) => existsSync(path));
  if (existing.length > 0)
    throw new FileError(
      `nothing was written, because ${existing.length === 1 ? "this exists" : "these exist"}: ${existing.map(visible).join(", ")}`,
    );
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new FileError(`the folder ${visible(folder)} cannot be made: ${reasonOf(error)}`);
  }
  for (const [index, { conversion }] of files.entries()) {
    const path = paths[index]!;
    if (!conversion.ok) continue;
    write(path, conversion.text);
    say(`${visible(path)}: written\n${removedFields(visible(path), conversion)}`);
  }
  return 0;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    throw new FileError(`${visible(path)} cannot be written: ${reasonOf(error)}`);
  }
}
