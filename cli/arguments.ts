/** Reads the words behind a command, strictly: what is not understood is refused with the nearest that would be. */
import { parseArgs } from "node:util";
import { UsageError, type Option, type Options } from "./command.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import { visible } from "../core/text/visible.ts";

export interface Arguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly operands: readonly string[];
  readonly wantsHelp: boolean;
}

const HELP = { help: { type: "boolean", short: "h" } } as const;

export function readArguments(words: readonly string[], options: Options): Arguments {
  const names = Object.entries(options);
  const { tokens } = parseArgs({
    args: [...words],
    options: {
      ...HELP,
      ...Object.fromEntries(names.map(([name, option]) => [name, { type: typeOf(option) }])),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, unknown> = {};
  for (const [name, option] of names) values[name] = initialValue(option);
  const operands: string[] = [];
  let wantsHelp = false;
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    if (token.name === "help") {
      wantsHelp = true;
      continue;
    }
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw unknownOption(token.rawName, options);
    values[token.name] = readValue(token.rawName, option, token.value, values[token.name]);
  }
  return { values, operands, wantsHelp };
}

function typeOf(option: Option): "boolean" | "string" {
  return option.kind === "flag" ? "boolean" : "string";
}

function initialValue(option: Option): unknown {
  switch (option.kind) {
    case "flag":
      return false;
    case "list":
      return [];
    case "choice":
      return option.default;
    case "text":
      return undefined;
  }
}

function readValue(rawName: string, option: Option, value: string | undefined, before: unknown): unknown {
  if (option.kind === "flag") {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
    return true;
  }
  const what = option.kind === "choice" ? `one of ${option.choices.join(", ")}` : option.placeholder;
  const isMissing = value === undefined || (value === "" && !(option.kind === "text" && option.mayBeEmpty));
  if (isMissing) throw new UsageError(`${rawName} needs a value: ${what}.`);
  if (option.kind === "list") return [...(before as readonly string[]), value];
  if (option.kind === "choice" && !option.choices.includes(value))
    throw new UsageError(
      `${rawName} is ${what}, not "${visible(value)}".${didYouMean(value, option.choices)}`,
    );
  return value;
}

function unknownOption(rawName: string, options: Options): UsageError {
  const known = [...Object.keys(options), "help"].map((name) => `--${name}`);
  return new UsageError(`There is no option ${visible(rawName)}.${didYouMean(rawName, known)}`);
}
