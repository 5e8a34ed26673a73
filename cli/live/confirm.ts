/** Asking before something changes. Nobody is asked where nobody can answer: that is an error, and not a yes. */
import { createInterface } from "node:readline";
import { UsageError } from "../command.ts";
import { STANDARD_INPUT } from "../files/find.ts";

/** @returns whether the answer was yes */
export type Confirm = (question: string) => Promise<boolean>;

interface ChangeValues {
  readonly yes: boolean;
  readonly "dry-run": boolean;
}

/**
 * Refused at once, before anything is read or sent.
 * @param operands of the command: where one is standard input, that cannot hold an answer as well
 */
export function confirmation(
  { yes, "dry-run": isDryRun }: ChangeValues,
  operands: readonly string[],
): Confirm {
  if (yes && isDryRun)
    throw new UsageError("--dry-run changes nothing, so there is nothing to say --yes to.");
  if (yes || isDryRun) return () => Promise.resolve(true);
  if (!process.stdin.isTTY)
    throw new UsageError("There is no terminal to ask at: add --yes, or --dry-run to see what would happen.");
  if (operands.includes(STANDARD_INPUT))
    throw new UsageError(
      "Standard input holds the rule, so nobody can answer there: add --yes or --dry-run.",
    );
  return ask;
}

function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    // Ended without an answer (Ctrl-C, Ctrl-D) is no.
    terminal.once("close", () => resolve(false));
    // The terminal hands it to us as a key; whoever listens for the signal shall hear of it.
    terminal.once("SIGINT", () => {
      process.stderr.write("\n");
      process.emit("SIGINT");
      terminal.close();
    });
    terminal.question(`${question} [y/N] `, (answer) => {
      resolve(/^\s*y(?:es)?\s*$/i.test(answer));
      terminal.close();
    });
  });
}
