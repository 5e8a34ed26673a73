/** LiveKit's verdict on a request before it is sent, with the places in the file that it was made of. */
import { checkDocument } from "../../core/check-document.ts";
import { readRuleDocument } from "../../core/document.ts";
import type { Edit, Problem, Range } from "../../core/problem.ts";
import { placeInSource } from "../../livekit/rules/source-place.ts";
import { textFormat } from "../check/format-text.ts";
import { Lines } from "../check/lines.ts";
import type { Input } from "../convert/input.ts";
import { painter } from "../terminal/colour.ts";
import { columnsOr } from "../terminal/columns.ts";
import { Stopped } from "./session.ts";

export interface Judged {
  readonly input: Input;
  /** JSON text. */
  readonly body: string;
  readonly target: "api-create" | "api-update";
  /** How the rule in the body came out of the file, and what stands in front of it. */
  readonly edits: readonly Edit[];
  readonly offset: number;
}

/** LiveKit drops such a field without a word, and then the rule means something else. */
const DROPPED = /^(?:unknown-field|misplaced-field|unknown-enum-value)$/;

/**
 * Says what is wrong, and throws `Stopped` where LiveKit would refuse the request, or drop a part of it.
 * @param keepsUnknown the user knows that there are fields that we do not know
 */
export function judge(request: Judged, keepsUnknown: boolean, say: (text: string) => void): void {
  const { input, body, target } = request;
  const document = readRuleDocument(body, target);
  const problems = checkDocument(document).filter(
    ({ severity }) => severity === "error" || severity === "warning",
  );
  if (problems.length > 0) {
    const { text } = input.document;
    const format = textFormat(painter("auto", process.stderr), columnsOr(process.stderr, 120));
    const inFile = problems.map((problem) => moved(problem, request));
    for (const piece of format.checked({
      path: input.name,
      document: input.document,
      problems: inFile,
      lines: new Lines(text),
    }))
      say(piece);
  }
  const codes = problems.map(({ code }) => code);
  if (document.verdict?.ok !== true || problems.some(({ severity }) => severity === "error"))
    throw new Stopped(`${input.name}: LiveKit refuses this rule; nothing was sent.`, 1, {
      kind: "rejected",
      codes,
    });
  if (!keepsUnknown && codes.some((code) => DROPPED.test(code)))
    throw new Stopped(
      `${input.name}: LiveKit would drop what it does not know without a word; nothing was sent. With --keep-unknown it is sent as it is.`,
      1,
      { kind: "rejected", codes },
    );
}

function moved(problem: Problem, request: Judged): Problem {
  const place = (range: Range): Range => {
    const { edits, offset } = request;
    const { start, end } = placeInSource(
      request.input.document.text,
      edits,
      range.start - offset,
      range.end - offset,
    );
    return { start, end };
  };
  const { code, severity, message, livekit, fixes, related, tags } = problem;
  const seen = related.map((each) => ({ ...place(each), message: each.message }));
  return { code, severity, message, livekit, fixes, tags, related: seen, ...place(problem) };
}
