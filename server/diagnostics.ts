/** Problems of `core` as diagnostics of the protocol. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from "vscode-languageserver";
import type { LiveKitSays, Problem, Severity } from "../core/problem.ts";
import type { ClientSupport } from "./client-support.ts";
import { TOO_LARGE, type OpenDocument } from "./documents.ts";
import { toProtocolRange } from "./positions.ts";

export const SOURCE = "livekit-dispatch";

/** Where the page of each check is, ending in `/`; `undefined` as long as the pages are not published. */
const DOCUMENTATION = undefined as string | undefined;

/** UTF-16 units. LiveKit's texts quote the document, and a name in it can have megabytes. */
const LONGEST_QUOTE = 1000;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS: Readonly<Record<Problem["tags"][number], DiagnosticTag>> = {
  deprecated: DiagnosticTag.Deprecated,
  unnecessary: DiagnosticTag.Unnecessary,
};

/** @param document the version that the problem was found in */
export function toDiagnostic(document: OpenDocument, problem: Problem, client: ClientSupport): Diagnostic {
  const tags = problem.tags.map((tag) => TAGS[tag]).filter((tag) => client.tags.includes(tag));
  const { uri, text } = document;
  return {
    range: toProtocolRange(text, problem),
    severity: SEVERITIES[problem.severity],
    code: problem.code,
    ...(client.codeDescription &&
      DOCUMENTATION && { codeDescription: { href: `${DOCUMENTATION}${problem.code}` } }),
    source: SOURCE,
    message: problem.livekit?.isFirst ? `${problem.message}\n${quote(problem.livekit)}` : problem.message,
    ...(tags.length > 0 && { tags }),
    ...(client.relatedInformation &&
      problem.related.length > 0 && {
        relatedInformation: problem.related.map((place) => ({
          location: { uri, range: toProtocolRange(text, place) },
          message: place.message,
        })),
      }),
  };
}

/** What the author will read when LiveKit refuses: only the first refusal, because there LiveKit stops. */
function quote({ by, text }: LiveKitSays): string {
  const words = text.length > LONGEST_QUOTE ? `${withoutHalf(text.slice(0, LONGEST_QUOTE))}…` : text;
  return by === "tool" ? `lk prints: ${words}` : `LiveKit answers: ${words}`;
}

/** Without half of a surrogate pair at its end. */
function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}

export function tooLarge(): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Warning,
    code: "too-large",
    source: SOURCE,
    message: `This file is not checked: it has more than ${TOO_LARGE / (1024 * 1024)} million characters.`,
  };
}
