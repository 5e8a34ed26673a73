/** A command's talk with one project: the client, what is said, what is printed, and how it ends when it ends early. */
import { createClient, type LiveKitClient } from "../../livekit/client.ts";
import { effectOf, type Failure, type Outcome } from "../../livekit/outcome.ts";
import { connectionTo } from "../../livekit/projects/project.ts";
import { resolveProject } from "../../livekit/projects/resolve.ts";
import { explain } from "../../livekit/words/explain.ts";
import { UsageError, type ExitCode } from "../command.ts";
import { FileError } from "../files/file-error.ts";
import { say, stdout } from "../terminal/streams.ts";
import { visible } from "../../core/text/visible.ts";
import { exitCodeFor } from "./exit-code.ts";
import { optionsFor, placesHere, requestOf } from "./find-project.ts";
import { listenForInterruption } from "./interruption.ts";
import type { ProjectValues } from "./options.ts";
import { noProjectWords, projectWords, summaryOf, type ProjectSummary } from "./project-words.ts";

export interface Session {
  readonly client: LiveKitClient;
  readonly project: ProjectSummary;
  /** The options that choose the same project again, for commands that are shown; a blank stands before each. */
  readonly projectOptions: string;
  readonly isJson: boolean;
  /** For people, on standard error. */
  readonly say: (text: string) => void;
  /** The result, on standard output. */
  readonly print: (text: string) => Promise<void>;
}

/** The end of a command that could not do what it should. */
export class Stopped extends Error {
  constructor(
    /** A sentence, fit for a terminal. */
    message: string,
    readonly code: ExitCode,
    /** For scripts. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** What a call brought, or the end of the command with the reason in words. */
export function valueOf<T>(outcome: Outcome<T>, { client }: Pick<Session, "client">): T {
  if (outcome.ok) return outcome.value;
  throw stoppedBy(outcome.failure, client);
}

export function stoppedBy(failure: Failure, { target }: LiveKitClient): Stopped {
  const { kind } = failure;
  const reason = "reason" in failure ? { reason: failure.reason } : {};
  const place = "place" in failure ? { place: failure.place } : {};
  return new Stopped(visible(explain(failure, target).text), exitCodeFor(failure), {
    kind,
    ...reason,
    ...place,
    ...(effectOf(failure) === "unknown" && { mayBeDone: true }),
  });
}

/**
 * Chooses the project, says so, does the work, and turns what stopped it into words and an exit code. Whoever
 * interrupts it hears the same: what is known to have happened.
 */
export async function withProject(
  values: ProjectValues & { readonly json?: boolean },
  work: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  const resolution = resolveProject(requestOf(values), placesHere());
  if (!resolution.ok) throw new UsageError(noProjectWords(resolution));
  const interruption = listenForInterruption();
  say(projectWords(resolution));
  const client = createClient(connectionTo(resolution.project), { signal: interruption.signal });
  if (client.warnings.includes("insecure"))
    say("Warning: the address is not encrypted: everybody on the way can read and use what is sent.\n");
  const project = summaryOf(resolution);
  const isJson = values.json === true;
  try {
    return await work({ client, project, projectOptions: optionsFor(values), isJson, say, print });
  } catch (error) {
    const stopped = error instanceof FileError ? fileStopped(error, interruption.signal) : error;
    if (!(stopped instanceof Stopped)) throw error;
    say(`${stopped.message}\n`);
    if (isJson) await print(asJson({ project, error: { ...stopped.details, message: stopped.message } }));
    return interruption.code() ?? stopped.code;
  } finally {
    interruption.close();
  }
}

/** Standard input that was not waited for any longer is no file's fault. Files are read before anything is sent. */
function fileStopped(error: FileError, { aborted }: AbortSignal): Stopped {
  return aborted
    ? new Stopped("Cancelled; nothing was sent.", 1, { kind: "cancelled" })
    : new Stopped(error.message, 2);
}

/** At once: what is said afterwards shall stand below it. */
async function print(text: string): Promise<void> {
  await stdout.write(text);
  await stdout.flush();
}

export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
