/** The language server, for any connection: which message goes to which feature. */
import type { CancellationToken, MessageConnection } from "vscode-jsonrpc";
import type {
  CodeAction,
  CodeActionParams,
  Diagnostic,
  DocumentDiagnosticParams,
  InitializeParams,
  InitializeResult,
  WorkspaceDiagnosticParams,
} from "vscode-languageserver";
import { NO_FACTS, type Facts } from "../core/features/facts.ts";
import { version } from "../package.json";
import { guarded } from "./boundary.ts";
import { serverCapabilities } from "./capabilities.ts";
import { clientSupport, NO_SUPPORT } from "./client-support.ts";
import { codeActions } from "./code-actions.ts";
import { Log, requestInVain } from "./connection.ts";
import { DiagnosticPull } from "./diagnostic-pull.ts";
import { DiagnosticPush } from "./diagnostic-push.ts";
import { SOURCE, tooLarge, toDiagnostic } from "./diagnostics.ts";
import { DocumentationSource } from "./documentation.ts";
import { Documents, type OpenDocument } from "./documents.ts";
import { registerEditing } from "./editing-requests.ts";
import { readFacts } from "./facts.ts";
import type { Host } from "./host.ts";
import { followLife } from "./lifecycle.ts";
import { FACTS } from "./messages.ts";
import { registerOwn } from "./own-requests.ts";
import { Readings } from "./readings.ts";
import { Requests } from "./requests.ts";
import { SettingsSource } from "./settings-source.ts";
import { reportFiles } from "./unopened-files.ts";
import { watchRuleFiles } from "./watched-files.ts";
import { WorkspaceDiagnostics } from "./workspace-diagnostics.ts";
import { WorkspaceFolders } from "./workspace-folders.ts";

/** Serves one client until the connection ends. */
export function createServer(connection: MessageConnection, host: Host): void {
  let client = NO_SUPPORT;
  let facts: Facts = NO_FACTS;
  const { files } = host;
  const log = new Log(connection);
  const documents = new Documents();
  const readings = new Readings();
  const folders = new WorkspaceFolders(connection);
  const settings = new SettingsSource(connection, log, folders, settingsChanged);
  const push = new DiagnosticPush(connection, documents, diagnose);
  const pull = new DiagnosticPull(documents, settings, diagnose);
  const report = files && reportFiles(files, settings, () => client, log);
  const workspace =
    files && report && new WorkspaceDiagnostics(connection, files, folders, documents, report);

  followLife(connection, host, { initialize, initialized });
  void settings.ready.then(pushAll);
  documents.follow(connection, {
    changed(document) {
      if (!client.pull && settings.isReady) push.changed(document);
    },
    closed(document) {
      readings.forget(document);
      if (!client.pull) push.closed(document);
      workspace?.changed();
    },
  });
  connection.onNotification(FACTS, (params: unknown) => {
    facts = readFacts(params);
  });
  connection.onRequest(
    "textDocument/diagnostic",
    (params: DocumentDiagnosticParams, token: CancellationToken) => pull.answer(params, token),
  );
  connection.onRequest(
    "workspace/diagnostic",
    async (params: WorkspaceDiagnosticParams, token: CancellationToken) => {
      await settings.ready;
      return workspace?.answer(params, token, client.watchedFiles) ?? { items: [] };
    },
  );

  const requests = new Requests(connection, documents, readings, settings, log);
  requests.on<CodeActionParams, CodeAction[]>("textDocument/codeAction", [], (reading, document, params) =>
    codeActions(reading, document, params, client),
  );
  registerEditing(connection, requests, {
    documentation: new DocumentationSource(() => host.loadDocumentation()),
    client: () => client,
    facts: () => facts,
  });
  registerOwn(requests);
  connection.listen();

  function initialize(params: InitializeParams): InitializeResult {
    client = clientSupport(params);
    folders.initialize(params);
    settings.initialize(params.initializationOptions);
    return {
      serverInfo: { name: SOURCE, version },
      capabilities: serverCapabilities(client, workspace !== undefined),
    };
  }

  function initialized(): void {
    settings.initialized(client);
    if (!workspace || !client.pull) return;
    folders.onDidChange(() => filesChanged());
    if (client.watchedFiles) watchRuleFiles(connection, filesChanged);
  }

  function diagnose(document: OpenDocument): Diagnostic[] {
    if (document.isTooLarge) return [tooLarge()];
    return guarded(log, "diagnostics", [], () => {
      const { problems } = readings.of(document, settings.of(document.uri));
      return problems.map((problem) => toDiagnostic(document, problem, client));
    });
  }

  function settingsChanged(): void {
    pushAll();
    workspace?.changed();
    if (client.pull && client.refresh) requestInVain(connection, "workspace/diagnostic/refresh");
    if (client.inlayHintRefresh) requestInVain(connection, "workspace/inlayHint/refresh");
  }

  /** The request that waits for that is answered; without one the client is told to ask. */
  function filesChanged(): void {
    const isAnswered = workspace?.changed();
    if (!isAnswered && client.refresh) requestInVain(connection, "workspace/diagnostic/refresh");
  }

  function pushAll(): void {
    if (!client.pull) for (const document of documents.all()) push.changed(document);
  }
}
