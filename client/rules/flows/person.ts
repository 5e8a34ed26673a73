/** What a flow needs of the person in front of the editor, and how a flow can end. Imports no editor. */
import type { Range } from "../../../core/problem.ts";
import { effectOf, type Failure } from "../../../livekit/outcome.ts";
import type { LiveKitClient } from "../../../livekit/client.ts";
import { explain } from "../../../livekit/words/explain.ts";
import type { ProjectEntry } from "../../projects/project-entry.ts";
import { messageText } from "../../live/safe-text.ts";

/** The project that a flow works on; it stays the same whatever becomes the active one meanwhile. */
export interface Connected {
  readonly entry: ProjectEntry;
  readonly client: LiveKitClient;
}

/** Something that is about to be changed. */
export interface Change {
  readonly project: ProjectEntry;
  /** `Create "Bookings"?`; the project is added by whoever asks. */
  readonly question: string;
  /** What will happen, a line each. */
  readonly lines: readonly string[];
  /** The button: `Create`. */
  readonly verb: string;
  /** A closer look, after which is asked again. */
  readonly look?: { readonly label: string; readonly open: () => Promise<void> };
}

export interface Person {
  /** Shows that something takes time; whoever does not want to wait aborts the signal. */
  wait<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Asks, with the project and its host in view. @returns whether it is to be done */
  agree(change: Change): Promise<boolean>;
}

/** A flow that has changed nothing, or does not know. */
export type Ended =
  /** The person did not want it. */
  | { readonly kind: "cancelled"; readonly words: string }
  /** Found out before anything was sent. */
  | {
      readonly kind: "refused";
      readonly words: string;
      /** In the file, where the reason stands. */
      readonly range?: Range;
      /** The deployed rule that stands in the way. */
      readonly rule?: { readonly id: string; readonly name: string };
      /** `gone`: there is no such rule any more; `changed`: somebody else has changed it. */
      readonly because?: "gone" | "changed";
    }
  | {
      readonly kind: "failed";
      readonly failure: Failure;
      readonly words: string;
      /** What was asked for may have been done although no answer came. */
      readonly mayBeDone: boolean;
    };

export function cancelled(words: string): Ended {
  return { kind: "cancelled", words };
}

/** @param kept what is said where it may be done: a sentence on the copy of the rule */
export function failedWith(failure: Failure, { target }: LiveKitClient, kept = ""): Ended {
  const mayBeDone = effectOf(failure) === "unknown";
  const words = `${messageText(explain(failure, target).text, 700)}${mayBeDone && kept !== "" ? ` ${kept}` : ""}`;
  if (failure.kind === "cancelled" && !mayBeDone) return { kind: "cancelled", words };
  return { kind: "failed", failure, words, mayBeDone };
}

/** Whether a flow ended without what it was for. */
export function hasEnded(result: { readonly kind: string }): result is Ended {
  return result.kind === "cancelled" || result.kind === "refused" || result.kind === "failed";
}
