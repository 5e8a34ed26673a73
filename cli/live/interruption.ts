/** Ctrl+C while a command talks with LiveKit: what is under way is given up, and the command says what is known of it. */
import type { ExitCode } from "../command.ts";

/** As a shell counts a program that a signal has ended: 128 and the signal's number. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const satisfies Readonly<Record<string, ExitCode>>;

export interface Interruption {
  /** For everything that can be given up. */
  readonly signal: AbortSignal;
  /** `undefined` as long as nobody has interrupted. */
  readonly code: () => ExitCode | undefined;
  /** From here on a signal ends the process, as it does with any program. */
  readonly close: () => void;
}

/** Only the first signal is waited for: a second one ends the process at once. */
export function listenForInterruption(): Interruption {
  const controller = new AbortController();
  let code: ExitCode | undefined;
  const listeners = Object.entries(CODES).map(([name, number]) => {
    const interrupt = (): void => {
      code ??= number;
      controller.abort();
      // Nobody waits any longer for a rule to be typed, or for an answer to a question.
      process.stdin.destroy();
    };
    process.once(name, interrupt);
    return () => process.off(name, interrupt);
  });
  return {
    signal: controller.signal,
    code: () => code,
    close: () => {
      for (const remove of listeners) remove();
    },
  };
}
