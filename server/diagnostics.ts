/** Problems of `core` as diagnostics of the protocol. */
import type { Diagnostic, DiagnosticSeverity, DiagnosticTag, Location, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { livekitWords } from "../core/livekit-words.ts";
import type { LiveKitSays, Problem, RelatedPlace, Severity } from "../core/problem.ts";
import type { ClientSupport } from "./client-support.ts";
import { TOO_LARGE } from "./documents.ts";
import { toProtocolRange } from "./positions.ts";

export const SOURCE = "livekit-dispatch";

/** Where the page of each check is, ending in `/`; `undefined` as long as the pages are not published. */
const DOCUMENTATION = undefined as string | undefined;

/** UTF-16 units. LiveKit's texts quote the document, and a name in it can have megabytes. */
const LONGEST_QUOTE = 1000;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3, hint: 4 };
const TAGS: Readonly<Record<Problem["tags"][number], DiagnosticTag>> = { unnecessary: 1, deprecated: 2 };

/** @param document the version that the problem was found in */
export function toDiagnostic(
  document: { readonly uri: string; readonly text: TextDocument },
  problem: Problem,
  client: ClientSupport,
): Diagnostic {
  const { code, livekit, message } = problem;
  const diagnostic: Diagnostic = {
    range: toProtocolRange(document.text, problem),
    severity: SEVERITIES[problem.severity],
    code,
    source: SOURCE,
    message: livekit?.isFirst ? `${message}\n${quote(livekit)}` : message,
  };
  if (client.codeDescription && DOCUMENTATION) diagnostic.codeDescription = { href: DOCUMENTATION + code };
  if (problem.tags.length > 0) {
    const tags = problem.tags.map((tag) => TAGS[tag]).filter((tag) => client.tags.includes(tag));
    if (tags.length > 0) diagnostic.tags = tags;
  }
  if (client.relatedInformation && problem.related.length > 0)
    diagnostic.relatedInformation = problem.related.map((place) => ({
      location: locationOf(place, document, diagnostic.range),
      message: place.deployed ? `${place.deployed.id}: ${place.message}` : place.message,
    }));
  return diagnostic;
}

/** A deployed rule that nobody can open is named at the problem itself. */
function locationOf(
  place: RelatedPlace,
  here: { readonly uri: string; readonly text: TextDocument },
  range: Range,
): Location {
  if (place.deployed) {
    const start = { line: 0, character: 0 };
    const { uri } = place.deployed;
    return uri === undefined ? { uri: here.uri, range } : { uri, range: { start, end: start } };
  }
  const { document } = place;
  if (!document) return { uri: here.uri, range: toProtocolRange(here.text, place) };
  return {
    uri: document.uri,
    range: toProtocolRange(TextDocument.create(document.uri, "", 0, document.text), place),
  };
}

/** What the author will read when LiveKit refuses: only the first refusal, because there LiveKit stops. */
function quote(said: LiveKitSays): string {
  const words = livekitWords(said);
  return words.length > LONGEST_QUOTE ? `${withoutHalf(words.slice(0, LONGEST_QUOTE))}…` : words;
}

/** Without half of a surrogate pair at its end. */
function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}

export function tooLarge(): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: SEVERITIES.warning,
    code: "too-large",
    source: SOURCE,
    message: `This file is not checked: it has more than ${TOO_LARGE / (1024 * 1024)} million characters.`,
  };
}
