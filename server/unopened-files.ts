/** The report about a rule file that is not open. */
import type { Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checkDocument } from "../core/check-document.ts";
import { readRuleDocument } from "../core/document.ts";
import type { Problem } from "../core/problem.ts";
import { guarded } from "./boundary.ts";
import type { ClientSupport } from "./client-support.ts";
import type { Log } from "./connection.ts";
import { toDiagnostic, tooLarge } from "./diagnostics.ts";
import { TOO_LARGE } from "./documents.ts";
import type { Files, FileText } from "./host.ts";
import type { Settings } from "./settings.ts";
import type { SettingsForFiles } from "./settings-for-files.ts";
import type { WholePicture } from "./whole-picture.ts";
import type { ReportFile } from "./workspace-diagnostics.ts";

/** @param client read at each report: it is known only later */
export function reportFiles(
  files: Files,
  settings: SettingsForFiles,
  client: () => ClientSupport,
  log: Log,
  picture: WholePicture,
): ReportFile {
  return async (uri, previousResultId) => {
    const stamp = await files.stamp(uri);
    if (stamp === undefined) return undefined;
    await settings.loaded(uri);
    const { checks } = settings.of(uri);
    const beside = guarded(log, "whole picture", "", () =>
      summary(picture.problemsOfFile(uri, undefined, checks)),
    );
    const resultId = `${stamp}.${settings.era}${beside}`;
    if (resultId === previousResultId) return { uri, version: null, kind: "unchanged", resultId };
    const file = await files.read(uri);
    if (!file) return undefined;
    const items = guarded<Diagnostic[]>(log, "workspace diagnostics", [], () =>
      diagnoseFile(uri, file, settings.of(uri), client(), picture),
    );
    return { uri, version: null, kind: "full", resultId, items };
  };
}

function diagnoseFile(
  uri: string,
  file: FileText,
  { target, checks }: Settings,
  client: ClientSupport,
  picture: WholePicture,
): Diagnostic[] {
  const { text, hasRawBytes } = file;
  if (text.length > TOO_LARGE) return [tooLarge()];
  const document = { uri, text: TextDocument.create(uri, "", 0, text) };
  return [
    ...checkDocument(readRuleDocument(text, target, hasRawBytes), checks),
    ...picture.problemsOfFile(uri, file, checks),
  ].map((problem) => toDiagnostic(document, problem, client));
}

/** What tells one set of problems from another, without the file being read. */
function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return "";
  let hash = 0;
  for (const { code, severity, message, start, related } of problems)
    for (const text of [
      code,
      severity,
      message,
      String(start),
      ...related.map((place) => `${place.start}${place.document?.uri ?? ""}`),
    ])
      for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return `.${problems.length}.${hash >>> 0}`;
}
