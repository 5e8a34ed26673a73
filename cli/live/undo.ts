/** A copy of each rule before it is replaced or deleted, and the command that brings it back. */
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkDocument } from "../../core/check-document.ts";
import { readRuleDocument } from "../../core/document.ts";
import { formatDocument } from "../../core/features/format.ts";
import { applyEdits } from "../../core/fixes.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import { UsageError, type Options } from "../command.ts";
import { FileError } from "../files/file-error.ts";
import { reasonOf } from "../files/reasons.ts";
import { shellWord } from "../terminal/shell-word.ts";
import { visible } from "../../core/text/visible.ts";
import { DROPPED } from "./judge.ts";
import { undoFolder } from "./undo-folder.ts";

export const UNDO_OPTIONS = {
  undo: {
    kind: "text",
    placeholder: "FOLDER",
    help: "where the rule as it was is kept; otherwise ~/.local/state/livekit-dispatch/undo",
  },
  "no-undo": { kind: "flag", help: "keep no copy of the rule as it was" },
} as const satisfies Options;

export interface UndoCopy {
  /** Its path, from the root. */
  readonly file: string;
  /** For fields that we do not know, which are only sent to who insists. */
  readonly options: string;
}

/** Copies into one folder. */
export interface UndoCopies {
  /** Throws a `FileError` where the copy cannot be written: then nothing must be changed either. */
  keep(rule: DeployedRule): UndoCopy;
  /** For a rule that has stayed as it was. */
  drop(copy: UndoCopy): void;
}

/**
 * Refused at once, before anything is read or sent.
 * @returns `undefined` where no copy is wanted
 */
export function undoCopies(values: {
  readonly undo: string | undefined;
  readonly "no-undo": boolean;
}): UndoCopies | undefined {
  const { undo, "no-undo": isUnwanted } = values;
  if (isUnwanted) {
    if (undo !== undefined) throw new UsageError("--undo and --no-undo exclude each other.");
    return undefined;
  }
  const folder = undo ?? undoFolder(process.env, process.platform);
  if (folder === undefined)
    throw new UsageError(
      "There is no home folder to keep the rule as it was: say where with --undo FOLDER, or --no-undo.",
    );
  return {
    keep: (rule) => keepIn(resolve(folder), rule),
    drop: ({ file }) => rmSync(file, { force: true }),
  };
}

function keepIn(folder: string, { id, text }: DeployedRule): UndoCopy {
  try {
    // It may hold PINs, and the keys of a store for recordings.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = writeNew(folder, id.replace(/[^\w-]/g, "_"), laidOut(text));
    return { file, options: hasUnknownFields(text) ? " --keep-unknown" : "" };
  } catch (error) {
    throw new FileError(
      `Nothing was changed, because the rule as it was cannot be kept in ${visible(folder)}: ${reasonOf(error)}. Say where with --undo FOLDER, or --no-undo.`,
    );
  }
}

/** Exactly what the server sent, its defaults too: a replacement made of it leaves no difference. */
function laidOut(text: string): string {
  return applyEdits(text, formatDocument(text, { tabSize: 2, insertSpaces: true, insertFinalNewline: true }));
}

/** Never over a file that is there. */
function writeNew(folder: string, name: string, text: string): string {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  for (let count = 1; ; count++) {
    const file = join(folder, `${name}.${time}${count === 1 ? "" : `-${count}`}.json`);
    try {
      const descriptor = openSync(file, "wx", 0o600);
      try {
        writeFileSync(descriptor, text);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function hasUnknownFields(text: string): boolean {
  const body = `{"sip_dispatch_rule_id": "", "replace": ${text}}`;
  return checkDocument(readRuleDocument(body, "api-update")).some(({ code }) => DROPPED.test(code));
}

/**
 * The command that brings rules back as they were.
 * @param project the options that choose the same project
 */
export function undoCommand(
  command: "update" | "create",
  copies: readonly UndoCopy[],
  project: string,
): string {
  const options = copies.find((copy) => copy.options !== "")?.options ?? "";
  const files = copies.map(({ file }) => shellWord(file)).join(" ");
  return `livekit-dispatch ${command}${project}${options} ${files}`;
}
