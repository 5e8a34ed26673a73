/** A file as a request, with LiveKit's verdict on it. Imports no editor. */
import { readRuleDocument } from "../../../core/document.ts";
import type { Problem } from "../../../core/problem.ts";
import { convertTo, type Conversion, type RemovedField } from "../../../core/rules/convert.ts";
import { withoutConverting } from "../../../core/rules/convert/unreadable.ts";
import { idInFile } from "../../../livekit/rules/id-in-file.ts";
import { judgeRequest } from "../../../livekit/rules/judge-request.ts";
import { placeOf } from "../../../livekit/rules/source-place.ts";
import { messageText } from "../../live/safe-text.ts";
import type { Ended } from "./person.ts";

export interface Request {
  readonly kind: "request";
  /** JSON as it is sent. */
  readonly body: string;
  /** The rule in the form of the request: wrapped for a create, bare for an update. */
  readonly rule: string;
  readonly removed: readonly RemovedField[];
  /** What a person should know before it is sent, in sentences. */
  readonly warnings: readonly string[];
  /** LiveKit would leave something out without a word. */
  readonly drops: boolean;
}

/** Why no rule can be sent or compared from a file, wherever it is to go: known before anything is asked. */
export function obstacleIn(source: string): Extract<Ended, { readonly kind: "refused" }> | undefined {
  const conversion = convertTo(readRuleDocument(source), "bare");
  return conversion.ok ? undefined : unsendable(conversion);
}

/** @param source a rule file in any form that holds one rule */
export function createRequest(source: string): Request | Ended {
  const conversion = convertTo(readRuleDocument(source), "wrapped");
  if (!conversion.ok) return unsendable(conversion);
  const { text: body, edits, removed } = conversion;
  return judged(body, body, removed, { source, body, target: "api-create", edits, offset: 0 });
}

/** @param id the rule that is to be replaced */
export function updateRequest(source: string, id: string): Request | Ended {
  const document = readRuleDocument(source);
  const conversion = convertTo(document, "bare");
  if (!conversion.ok) return unsendable(conversion);
  const own = idInFile(document);
  // As LiveKit: `rule id in the info must be empty or match the id in the update`.
  if (own !== "" && own !== id)
    return {
      kind: "refused",
      words: `The file is about the rule ${messageText(own)}, and not about ${messageText(id)}.`,
    };
  const { text, edits, removed } = conversion;
  const start = `{"sip_dispatch_rule_id": ${JSON.stringify(id)}, "replace": `;
  const body = `${start}${text}}`;
  return judged(body, text, removed, { source, body, target: "api-update", edits, offset: start.length });
}

function judged(
  body: string,
  rule: string,
  removed: readonly RemovedField[],
  request: Parameters<typeof judgeRequest>[0],
): Request | Ended {
  const { verdict, problems } = judgeRequest(request);
  if (verdict === "refused") return refused(request.source, problems);
  return {
    kind: "request",
    body,
    rule,
    removed,
    warnings: problems.map(({ message }) => messageText(message, 300)),
    drops: verdict === "drops",
  };
}

function refused(source: string, problems: readonly Problem[]): Ended {
  const errors = problems.filter(({ severity }) => severity === "error");
  const first = errors.find(({ livekit }) => livekit?.isFirst) ?? errors[0];
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  if (!first) return { kind: "refused", words: "LiveKit refuses this rule. Nothing was sent." };
  const { start, end, message } = first;
  const { line } = placeOf(source, start, end);
  return {
    kind: "refused",
    words: `LiveKit refuses this rule, line ${line}: ${messageText(message, 300)}${more} Nothing was sent.`,
    range: { start, end },
  };
}

function unsendable({ reason, range }: Extract<Conversion, { readonly ok: false }>) {
  const words = `${withoutConverting(reason)} Nothing was sent.`;
  return { kind: "refused", words, ...(range && { range }) } as const;
}
