/** A rule file as a command on a project reads it. */
import { convertTo, type FileForm, type RemovedField } from "../../core/rules/convert.ts";
import type { Edit } from "../../core/problem.ts";
import { nameOf, readInput, refusal, type Input } from "../convert/input.ts";
import { FileError } from "../files/file-error.ts";
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
  if (!conversion.ok)
    throw new Stopped(refusal(input, conversion).trimEnd(), 1, { kind: "rejected", reason: "not-sent" });
  const { text, edits, removed } = conversion;
  return { input, text, edits, removed };
}

async function read(path: string): Promise<Input> {
  try {
    return await readInput(path);
  } catch (error) {
    if (error instanceof FileError) throw new FileError(`${nameOf(path)}: ${error.message}`);
    throw error;
  }
}
