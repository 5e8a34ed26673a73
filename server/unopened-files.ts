/** The report about a rule file that is not open. */
import type { Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checkDocument } from "../core/check-document.ts";
import { readRuleDocument } from "../core/document.ts";
import { guarded } from "./boundary.ts";
import type { ClientSupport } from "./client-support.ts";
import type { Log } from "./connection.ts";
import { toDiagnostic, tooLarge } from "./diagnostics.ts";
import { TOO_LARGE } from "./documents.ts";
import type { Files, FileText } from "./host.ts";
import type { Settings } from "./settings.ts";
import type { SettingsSource } from "./settings-source.ts";
import type { ReportFile } from "./workspace-diagnostics.ts";

/** @param client read at each report: it is known only later */
export function reportFiles(
  files: Files,
  settings: SettingsSource,
  client: () => ClientSupport,
  log: Log,
): ReportFile {
  return async (uri, previousResultId) => {
    const stamp = await files.stamp(uri);
    if (stamp === undefined) return undefined;
    const resultId = `${stamp}.${settings.era}`;
    if (resultId === previousResultId) return { uri, version: null, kind: "unchanged", resultId };
    const file = await files.read(uri);
    if (!file) return undefined;
    const items = guarded<Diagnostic[]>(log, "workspace diagnostics", [], () =>
      diagnoseFile(uri, file, settings.of(uri), client()),
    );
    return { uri, version: null, kind: "full", resultId, items };
  };
}

function diagnoseFile(
  uri: string,
  { text, hasRawBytes }: FileText,
  { target, checks }: Settings,
  client: ClientSupport,
): Diagnostic[] {
  if (text.length > TOO_LARGE) return [tooLarge()];
  const document = { uri, text: TextDocument.create(uri, "", 0, text) };
  return checkDocument(readRuleDocument(text, target, hasRawBytes), checks).map((problem) =>
    toDiagnostic(document, problem, client),
  );
}
