/** Exit codes of the commands that talk to LiveKit. */
import type { ExitCode } from "../command.ts";
import type { Failure } from "../../livekit/outcome.ts";

/** LiveKit was not reached, could not work, or did not let us in: trying again later, or as somebody else, may help. */
export const NO_ANSWER = 3;

/** For `--help` of every command that talks to LiveKit. */
export const EXIT_CODES =
  "Exit code: 0 done, 1 LiveKit refuses it (or there is no such rule, or you said no), 2 wrong usage, no project or a file that cannot be read, 3 LiveKit cannot be reached or does not let you in, 130 you interrupted it.";

/** The end of the same for commands that talk to LiveKit only when a project is asked for. */
export const NO_ANSWER_CODE = ", 3 LiveKit cannot be reached or does not let you in, 130 you interrupted it.";

export function exitCodeFor(failure: Failure): ExitCode {
  switch (failure.kind) {
    case "unauthorized":
    case "forbidden":
    case "unreachable":
    case "timeout":
    case "protocol":
      return NO_ANSWER;
    case "rejected":
      return /^(?:no-redis|store|server|too-many)$/.test(failure.reason) ? NO_ANSWER : 1;
    case "notFound":
    case "conflict":
    case "cancelled":
      return 1;
  }
}
