/** Times in words. */
import { Kind } from "../../../json/tree.ts";
import { readDuration } from "../../../protocol/time.ts";
import { secondsInWords } from "../../completion/words.ts";
import { textOf, type Subject } from "../subject.ts";
import { say, type Words } from "../words.ts";

/** The server refuses a longer `media_timeout` (livekit/protocol, `SIPMediaConfig.Validate`). */
const LONGEST_MEDIA_TIMEOUT = 600;

export function explainMediaTimeout(subject: Subject): Words[] {
  const text = textOf(subject);
  const duration = text === undefined ? "invalid" : readDuration(text);
  if (typeof duration === "string") return [];
  const seconds = Number(duration.seconds) + duration.nanos / 1e9;
  if (seconds < 0) return [say`The server refuses less than zero.`];
  if (seconds === 0) return [say`Zero: LiveKit's default counts, 15 seconds.`];
  if (seconds > LONGEST_MEDIA_TIMEOUT)
    return [[`${secondsInWords(seconds)}: the server refuses more than ten minutes.`]];
  return [[`The call ends after ${secondsInWords(seconds)} without audio from the caller.`]];
}

export function explainSeconds(subject: Subject): Words[] {
  const count = wholeNumber(subject);
  return count === undefined ? [] : [[`${secondsInWords(count)}.`]];
}

export function explainMilliseconds(subject: Subject): Words[] {
  const count = wholeNumber(subject);
  return count === undefined ? [] : [[`${secondsInWords(count / 1000)}.`]];
}

export function explainLimit(subject: Subject): Words[] {
  const count = wholeNumber(subject);
  if (count !== 1) return [];
  return [say`The caller fills the room alone: no agent can come in, and the call rings until it ends.`];
}

/** Of a size that fields of 32 bits can hold. */
function wholeNumber({ tree, value }: Subject): number | undefined {
  if (tree.kind(value) !== Kind.Number) return undefined;
  const count = Number(tree.raw(value));
  return Number.isInteger(count) && count >= 0 && count < 2 ** 32 ? count : undefined;
}
