/** `convert`: a rule file in the form that another tool wants. */
import { convertTo, extractItem, type Conversion } from "../../core/rules/convert.ts";
import { defineCommand, UsageError, type ExitCode } from "../command.ts";
import { chooseItem } from "../convert/choose-item.ts";
import { nameOf, readInput, refusal, removedFields, type Input } from "../convert/input.ts";
import { writeFolder } from "../convert/write-folder.ts";
import { FileError } from "../files/file-error.ts";
import { STANDARD_INPUT } from "../files/find.ts";
import { reasonOf } from "../files/reasons.ts";
import { replaceFile } from "../files/replace.ts";
import { say, stdout } from "../terminal/streams.ts";

export const convert = defineCommand({
  name: "convert",
  summary: "Rewrite a rule file in the form that another tool wants",
  operands: "FILE or -",
  description: [
    '`lk sip dispatch create` wants the rule in a wrapper, {"dispatch_rule": {...}}: --to wrapped.',
    "`lk sip dispatch update`, the dashboard and a list have the rule itself: --to bare.",
    "The result goes to standard output; fields that cannot stand in it are named on standard error.",
    "Exit code: 0 converted, 1 cannot be converted, 2 wrong usage or a file that cannot be read or written.",
  ],
  options: {
    to: { kind: "choice", choices: ["wrapped", "bare"], help: "the form" },
    write: { kind: "flag", help: "replace the file" },
    item: {
      kind: "text",
      placeholder: "NUMBER|ID",
      help: "take this rule out of a list; numbers count from 1",
    },
    output: {
      kind: "text",
      placeholder: "FOLDER",
      help: "write each rule of a list into a file in this folder; nothing is overwritten",
    },
  },
  examples: [
    {
      command: "livekit-dispatch convert --to wrapped --write dispatch-rule.json",
      does: "make `lk sip dispatch create` take the file",
    },
    {
      command: "lk sip dispatch list --json | livekit-dispatch convert --to bare --item SDR_Vh6vTqQ3YzKp -",
      does: "one deployed rule, as `lk sip dispatch update` takes it",
    },
    {
      command: "livekit-dispatch convert --to wrapped --output dispatch-rules list.json",
      does: "a file for every rule of a list",
    },
  ],

  async run({ to, write, item, output }, operands) {
    const [path, ...more] = operands;
    if (path === undefined || more.length > 0)
      throw new UsageError("convert takes one file, or - for standard input.");
    if (to === undefined) throw new UsageError("convert needs --to wrapped or --to bare.");
    if (write && path === STANDARD_INPUT)
      throw new UsageError("--write replaces a file, and standard input is none.");
    if (write && (item !== undefined || output !== undefined))
      throw new UsageError("--write would put one rule in the place of the whole list: leave it out.");
    if (item !== undefined && output !== undefined)
      throw new UsageError("--item takes one rule, --output all: leave one out.");
    try {
      const input = await readInput(path);
      if (output !== undefined) {
        if (input.document.form !== "list") throw new UsageError("--output is for lists, and this is none.");
        return writeFolder(input, to, output, say);
      }
      const conversion = item === undefined ? convertTo(input.document, to) : extract(input, item, to);
      return await finish(input, conversion, write);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      say(`${nameOf(path)}: error: ${error.message}\n`);
      return 2;
    }
  },
});

function extract({ document }: Input, item: string, to: "wrapped" | "bare"): Conversion {
  if (document.form !== "list") throw new UsageError("--item is for lists, and this is none.");
  return extractItem(document, chooseItem(document, item), to);
}

async function finish(input: Input, conversion: Conversion, isWritten: boolean): Promise<ExitCode> {
  if (!conversion.ok) {
    const hint =
      input.document.form === "list" ? "Choose one with --item, or write all with --output.\n" : "";
    say(refusal(input, conversion) + hint);
    return 1;
  }
  say(removedFields(input.name, conversion));
  if (!isWritten) await stdout.write(conversion.text);
  else if (conversion.text === input.document.text) say(`${input.name}: has this form already\n`);
  else replace(input, conversion.text);
  return 0;
}

function replace({ path, name }: Input, text: string): void {
  try {
    replaceFile(path, text);
  } catch (error) {
    throw new FileError(`could not be written: ${reasonOf(error)}`);
  }
  say(`${name}: converted\n`);
}
