/** The text of `--help`, made from the table of commands. */
import type { Command, Option } from "./command.ts";
import { wrap } from "./terminal/wrap.ts";
import { commands } from "./commands/index.ts";

export function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "livekit-dispatch: what LiveKit says to your SIP dispatch rules, before you upload them",
    "",
    "Usage: livekit-dispatch <command> [options]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "  livekit-dispatch <command> --help   what a command takes, with examples",
    "  livekit-dispatch --version",
    "",
  ].join("\n");
}

export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => [`--${name}${valueName(option)}`, describe(option)] as const,
  );
  const width = Math.max(0, ...options.map(([option]) => option.length));
  const lines = [`${command.summary}.`, "", `Usage: ${usageLine(command)}`];
  for (const paragraph of command.description) lines.push("", wrap(paragraph, 80));
  if (options.length > 0) {
    lines.push("", "Options:");
    for (const [option, text] of options) lines.push(`  ${option.padEnd(width)}  ${text}`);
  }
  lines.push("", "Examples:");
  for (const { command: words, does } of command.examples) lines.push(`  ${words}`, `      ${does}`);
  return `${lines.join("\n")}\n`;
}

function usageLine({ name, options, operands }: Command): string {
  const hasOptions = Object.keys(options).length > 0;
  return ["livekit-dispatch", name, hasOptions ? "[options]" : "", operands].filter(Boolean).join(" ");
}

function valueName(option: Option): string {
  switch (option.kind) {
    case "flag":
      return "";
    case "choice":
      return " WORD";
    case "text":
    case "list":
      return ` ${option.placeholder}`;
  }
}

function describe(option: Option): string {
  if (option.kind === "list") return `${option.help} (may be given again)`;
  if (option.kind !== "choice") return option.help;
  const standard = option.default === undefined ? "" : `; default ${option.default}`;
  return `${option.help}: ${option.choices.join(", ")}${standard}`;
}
