/** `help`: what `--help` says, for those who ask in this order. */
import { defineCommand, UsageError } from "../command.ts";
import { didYouMean } from "../../core/text/did-you-mean.ts";
import { commandHelp, overview } from "../help.ts";
import { stdout } from "../terminal/streams.ts";
import { visible } from "../../core/text/visible.ts";
import { commands } from "./index.ts";

export const help = defineCommand({
  name: "help",
  summary: "Say what a command does",
  operands: "[command]",
  description: [],
  options: {},
  examples: [{ command: "livekit-dispatch help check", does: "the options of `check`" }],

  async run(_values, [name]) {
    const command = commands.find((candidate) => candidate.name === name);
    if (name !== undefined && !command) {
      const names = commands.map((candidate) => candidate.name);
      throw new UsageError(`There is no command "${visible(name)}".${didYouMean(name, names)}`);
    }
    await stdout.write(command ? commandHelp(command) : overview());
    return 0;
  },
});
