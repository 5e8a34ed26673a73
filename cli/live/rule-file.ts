/** A rule file as a command on a project reads it. */
import { convertTo, type FileForm, type RemovedField } from "../../core/rules/convert.ts";
import { withoutConverting } from "../../core/rules/convert/unreadable.ts";
import type { Edit } from "../../core/problem.ts";
import { nameOf, readInput, type Input } from "../convert/input.ts";
import { FileError } from "../files/file-error.ts";
import { Lines } from "../check/lines.ts";
import { visible } from "../../core/text/visible.ts";
import { Stopped } from "./session.ts";

export interface RuleFile {
  readonly input: Input;
  /** The document in the form that was asked for. */
  readonly text: string;
  readonly edits: readonly Edit[];
  /** The server's own fields that a create request has no place for. */
  readonly removed: readonly RemovedField[];
}

/** Throws `FileError` where it cannot be read, and `Stopped` where there is no rule in it. */
export async function readRuleFile(path: string, form: FileForm): Promise<RuleFile> {
  const input = await read(path);
  const conversion = convertTo(input.document, form);
  if (!conversion.ok) throw noRule(input, conversion);
  const { text, edits, removed } = conversion;
  return { input, text, edits, removed };
}

function noRule(
  { name, document }: Input,
  { reason, range }: Extract<ReturnType<typeof convertTo>, { readonly ok: false }>,
): Stopped {
  const place = range && new Lines(document.text).place(range.start);
  const file = place ? `${name}:${place.line}:${place.column}` : name;
  const advice =
    document.form === "list"
      ? ` To split it: livekit-dispatch convert --to bare --output FOLDER ${name}`
      : "";
  const why = visible(withoutConverting(reason));
  return new Stopped(`${file}: nothing was sent. ${why}${advice}`, 1, {
    kind: "rejected",
    reason: "not-sent",
  });
}

async function read(path: string): Promise<Input> {
  try {
    return await readInput(path);
  } catch (error) {
    if (error instanceof FileError) throw new FileError(`${nameOf(path)}: ${error.message}`);
    throw error;
  }
}
