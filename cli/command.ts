/** What a command of `livekit-dispatch` is: its text for `--help`, its options, and what it does. */

/** An option that takes no value, any text, or one of a few words. */
export type Option =
  | { readonly kind: "flag"; readonly help: string }
  | {
      readonly kind: "text";
      readonly placeholder: string;
      readonly help: string;
      /** Whether an empty text is one, as the number of a caller who withholds it. */
      readonly mayBeEmpty?: true;
    }
  | { readonly kind: "list"; readonly placeholder: string; readonly help: string }
  | {
      readonly kind: "choice";
      readonly choices: readonly string[];
      readonly default?: string;
      readonly help: string;
    };

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { kind: "flag" }
  ? boolean
  : O extends { kind: "list" }
    ? readonly string[]
    : O extends { kind: "choice"; choices: readonly (infer Choice)[]; default: string }
      ? Choice
      : O extends { kind: "choice"; choices: readonly (infer Choice)[] }
        ? Choice | undefined
        : string | undefined;

export type Values<O extends Options> = { readonly [Name in keyof O]: ValueOf<O[Name]> };

/**
 * 0: fine. 1: the command did its work and the answer is no. 2: it was called wrongly or could not read something.
 * 3: LiveKit could not be reached or does not let us in. 130 and 143: somebody has interrupted it.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 130 | 143;

export interface CommandDefinition<O extends Options> {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands behind the name and the options in the usage line. */
  readonly operands: string;
  /** More to know, in paragraphs of one line each. */
  readonly description: readonly string[];
  readonly options: O;
  readonly examples: readonly { readonly command: string; readonly does: string }[];
  run(values: Values<O>, operands: readonly string[]): Promise<ExitCode>;
}

export interface Command extends Omit<CommandDefinition<Options>, "run"> {
  run(values: Readonly<Record<string, unknown>>, operands: readonly string[]): Promise<ExitCode>;
}

export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  // What `readArguments` returns has the types that the options name.
  return { ...definition, run: (values, operands) => definition.run(values as Values<O>, operands) };
}

/** The command line was called in a way that makes no sense; the message says how, and what was meant. */
export class UsageError extends Error {}
