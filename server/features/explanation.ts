/** What is wrong at a place, in the words of the checks and of LiveKit. */
import { quotedText } from "../../core/livekit-words.ts";
import type { Problem } from "../../core/problem.ts";
import type { OpenDocument } from "../documents.ts";
import type { ExplainAnswer, ExplainParams } from "../messages.ts";
import { toOffset, toProtocolRange } from "../positions.ts";

export function explain(
  all: readonly Problem[],
  { text, version }: OpenDocument,
  { position }: ExplainParams,
): ExplainAnswer {
  const offset = toOffset(text, position);
  const problems = all
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      message: problem.message,
      range: toProtocolRange(text, problem),
      livekit: problem.livekit ? { by: problem.livekit.by, text: quotedText(problem.livekit) } : null,
      fixes: problem.fixes.map(({ title }) => title),
    }));
  return { version, problems };
}
