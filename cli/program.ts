/** The command line: finds the command, runs it, and turns its answer into an exit code. */
import { version } from "../package.json";
import { bugReport } from "./bug.ts";
import { readArguments } from "./arguments.ts";
import { UsageError, type Command, type ExitCode } from "./command.ts";
import { commands } from "./commands/index.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import { commandHelp, overview } from "./help.ts";
import { isRuleFile } from "../core/rules/file-patterns.ts";
import { say, stderr, stdout } from "./terminal/streams.ts";
import { visible } from "../core/text/visible.ts";

async function answer(words: readonly string[]): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === undefined) {
    say(overview());
    return 2;
  }
  if (first === "--version" || first === "-V") return print(`livekit-dispatch ${version}\n`);
  if (first === "--help" || first === "-h") return print(overview());
  const command = commands.find(({ name }) => name === first);
  if (!command) throw new UsageError(unknownCommand(first));
  return runCommand(command, rest);
}

async function runCommand(command: Command, words: readonly string[]): Promise<ExitCode> {
  try {
    const { values, operands, wantsHelp } = readArguments(words, command.options);
    if (wantsHelp) return await print(commandHelp(command));
    return await command.run(values, operands);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(`${error.message}\nSee: livekit-dispatch ${command.name} --help\n`);
    return 2;
  }
}

function unknownCommand(word: string): string {
  if (word.startsWith("-")) return `There is no option ${visible(word)} in front of a command.`;
  if (word.includes("/") || word.endsWith(".json") || isRuleFile(word))
    return `"${visible(word)}" is no command. Did you mean: livekit-dispatch check ${visible(word)}`;
  const names = commands.map(({ name }) => name);
  return `There is no command "${visible(word)}".${didYouMean(word, names)}`;
}

async function print(text: string): Promise<ExitCode> {
  await stdout.write(text);
  return 0;
}

/** @param words what stands behind the program's name */
export async function run(words: readonly string[]): Promise<void> {
  // npm runs a script in the package's folder; paths are meant from where the person stands.
  if (process.env["npm_lifecycle_event"] === "livekit-dispatch" && process.env["INIT_CWD"])
    process.chdir(process.env["INIT_CWD"]);
  try {
    process.exitCode = await answer(words);
  } catch (error) {
    if (error instanceof UsageError) say(`${error.message}\nSee: livekit-dispatch --help\n`);
    else say(`Failed: ${bugReport(error)}\n`);
    process.exitCode = 2;
  }
  // Not `process.exit`: what a pipe has not taken yet would be lost.
  await Promise.all([stdout.flush(), stderr.flush()]);
}
