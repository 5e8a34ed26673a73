/** LiveKit's verdict on a request before it is sent, said with the places in the file that it was made of. */
import type { Edit } from "../../core/problem.ts";
import { DROPPED, judgeRequest } from "../../livekit/rules/judge-request.ts";
import { textFormat } from "../check/format-text.ts";
import { Lines } from "../check/lines.ts";
import type { Input } from "../convert/input.ts";
import { painter } from "../terminal/colour.ts";
import { columnsOr } from "../terminal/columns.ts";
import { Stopped } from "./session.ts";

export { DROPPED };

export interface Judged {
  readonly input: Input;
  /** JSON text. */
  readonly body: string;
  readonly target: "api-create" | "api-update";
  /** How the rule in the body came out of the file, and what stands in front of it. */
  readonly edits: readonly Edit[];
  readonly offset: number;
}

/**
 * Says what is wrong, and throws `Stopped` where LiveKit would refuse the request, or drop a part of it.
 * @param keepsUnknown the user knows that there are fields that we do not know
 */
export function judge(request: Judged, keepsUnknown: boolean, say: (text: string) => void): void {
  const { input, ...rest } = request;
  const { verdict, problems } = judgeRequest({ ...rest, source: input.document.text });
  if (problems.length > 0) {
    const { text } = input.document;
    const format = textFormat(painter("auto", process.stderr), columnsOr(process.stderr, 120));
    for (const piece of format.checked({
      path: input.name,
      document: input.document,
      problems,
      lines: new Lines(text),
    }))
      say(piece);
  }
  const codes = problems.map(({ code }) => code);
  if (verdict === "refused")
    throw new Stopped(`${input.name}: LiveKit refuses this rule; nothing was sent.`, 1, {
      kind: "rejected",
      codes,
    });
  if (!keepsUnknown && verdict === "drops")
    throw new Stopped(
      `${input.name}: LiveKit would drop what it does not know without a word; nothing was sent. With --keep-unknown it is sent as it is.`,
      1,
      { kind: "rejected", codes },
    );
}
