/** LiveKit's verdict on a request before it is sent, with the places in the author's file that it was made of. */
import { checkDocument } from "../../core/check-document.ts";
import { readRuleDocument } from "../../core/document.ts";
import type { Edit, Problem, Range } from "../../core/problem.ts";
import { placeInSource } from "./source-place.ts";

export interface RequestToJudge {
  /** The file's text. */
  readonly source: string;
  /** JSON text. */
  readonly body: string;
  readonly target: "api-create" | "api-update";
  /** How the rule in the body came out of the file, and how much stands in front of it. */
  readonly edits: readonly Edit[];
  readonly offset: number;
}

export interface Judgement {
  /** `drops`: LiveKit takes the request and leaves out what it does not know, without a word. */
  readonly verdict: "accepted" | "refused" | "drops";
  /** Errors and warnings, with their places in the file; the edits of their fixes are for the request. */
  readonly problems: readonly Problem[];
}

/** LiveKit drops such a field without a word, and then the rule means something else. */
export const DROPPED = /^(?:unknown-field|misplaced-field|unknown-enum-value)$/;

export function judgeRequest(request: RequestToJudge): Judgement {
  const document = readRuleDocument(request.body, request.target);
  const found = checkDocument(document).filter(
    ({ severity }) => severity === "error" || severity === "warning",
  );
  const problems = found.map((problem) => moved(problem, request));
  if (document.verdict?.ok !== true || found.some(({ severity }) => severity === "error"))
    return { verdict: "refused", problems };
  return { verdict: found.some(({ code }) => DROPPED.test(code)) ? "drops" : "accepted", problems };
}

function moved(problem: Problem, { source, edits, offset }: RequestToJudge): Problem {
  const place = (range: Range): Range => {
    const { start, end } = placeInSource(source, edits, range.start - offset, range.end - offset);
    return { start, end };
  };
  const { code, severity, message, livekit, fixes, related, tags } = problem;
  const seen = related.map((each) => ({ ...place(each), message: each.message }));
  return { code, severity, message, livekit, fixes, tags, related: seen, ...place(problem) };
}
