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
import { Log, requestInVain } from "./connection.ts";
import { ConfigurationFiles } from "./configuration-files.ts";
import { DiagnosticPull } from "./diagnostic-pull.ts";
import { DiagnosticPush } from "./diagnostic-push.ts";
import { SOURCE, tooLarge, toDiagnostic } from "./diagnostics.ts";
import { DocumentationSource } from "./documentation.ts";
import { Documents, type OpenDocument } from "./documents.ts";
import { registerEditing } from "./editing-requests.ts";
import { readFacts } from "./facts.ts";
import type { Problem } from "../core/problem.ts";
import type { Host } from "./host.ts";
import { ASSOCIATIONS, FileAssociations } from "./file-associations.ts";
import { followLife } from "./lifecycle.ts";
import { FACTS } from "./messages.ts";
import { registerOwn } from "./own-requests.ts";
import { Readings } from "./readings.ts";
import { Requests } from "./requests.ts";
import { SettingsForFiles } from "./settings-for-files.ts";
import { SettingsSource } from "./settings-source.ts";
import { reportFiles } from "./unopened-files.ts";
import { watchFiles } from "./watched-files.ts";
import { WholePicture } from "./whole-picture.ts";
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
  const source = new SettingsSource(connection, log, folders, settingsChanged);
  const configuration = new ConfigurationFiles(files, log, settingsChanged);
  const settings = new SettingsForFiles(source, configuration, folders);
  const push = new DiagnosticPush(connection, documents, diagnose);
  const associations = new FileAssociations(connection);
  const isRuleFile = (uri: string) => associations.isRuleFile(uri);
  const picture = new WholePicture(files, folders, documents, isRuleFile, log, pictureChanged);
  const pull = new DiagnosticPull(documents, settings, picture, diagnose);
  const report = files && reportFiles(files, settings, () => client, log, picture);
  const workspace =
    files && report && new WorkspaceDiagnostics(connection, files, folders, documents, isRuleFile, report);

  followLife(connection, host, { initialize, initialized });
  documents.follow(connection, {
    changed(document) {
      if (!client.pull) void pushReady(document);
      picture.edited(document);
    },
    closed(document) {
      readings.forget(document);
      void picture.filesChanged([document.uri]).then((isNews) => isNews && pictureChanged());
      if (!client.pull) push.closed(document);
      workspace?.closed(document.uri);
    },
  });
  connection.onNotification(FACTS, (params: unknown) => {
    const read = readFacts(params);
    ({ facts } = read);
    picture.setFacts(read);
  });
  connection.onRequest(
    "textDocument/diagnostic",
    (params: DocumentDiagnosticParams, token: CancellationToken) => pull.answer(params, token),
  );
  connection.onRequest(
    "workspace/diagnostic",
    async (params: WorkspaceDiagnosticParams, token: CancellationToken) => {
      await source.ready;
      await picture.ready();
      return workspace?.answer(params, token, client.watchedFiles) ?? { items: [] };
    },
  );

  const requests = new Requests(connection, documents, readings, settings, log);
  requests.onLate<CodeActionParams, CodeAction[]>(
    "textDocument/codeAction",
    [],
    ({ codeActions }) =>
      (reading, document, params) =>
        codeActions(reading, document, params, client, besideOthers(document)),
  );
  registerEditing(connection, requests, {
    documentation: new DocumentationSource(() => host.loadDocumentation()),
    client: () => client,
    facts: () => facts,
  });
  registerOwn(requests, besideOthers);
  connection.listen();

  function initialize(params: InitializeParams): InitializeResult {
    client = clientSupport(params);
    folders.initialize(params);
    source.initialize(params.initializationOptions);
    return {
      serverInfo: { name: SOURCE, version },
      capabilities: serverCapabilities(client, workspace !== undefined),
    };
  }

  function initialized(): void {
    const asksForAll = workspace !== undefined && client.pull;
    if (asksForAll && client.isVSCode) source.initialized(client, [ASSOCIATIONS], () => void associate());
    else source.initialized(client);
    if (asksForAll) folders.onDidChange(() => filesChanged());
    folders.onDidChange(startPicture);
    void source.ready.then(startPicture);
    if (!files || !client.watchedFiles) return;
    watchFiles(connection, {
      configurationChanged: () => void configuration.refresh(),
      ruleFilesChanged(uris) {
        void picture.filesChanged(uris).then((isNews) => {
          if (isNews) pictureChanged();
          else if (asksForAll) filesChanged();
        });
      },
    });
  }

  function diagnose(document: OpenDocument): Diagnostic[] {
    if (document.isTooLarge) return [tooLarge()];
    return guarded(log, "diagnostics", [], () => {
      const { problems } = readings.of(document, settings.of(document.uri));
      return [...problems, ...besideOthers(document)].map((problem) =>
        toDiagnostic(document, problem, client),
      );
    });
  }

  function besideOthers(document: OpenDocument): readonly Problem[] {
    return guarded<readonly Problem[]>(log, "whole picture", [], () =>
      picture.problemsOf(document, settings.of(document.uri).checks),
    );
  }

  function startPicture(): void {
    picture.start(source.of("").wholePicture);
  }

  /** What is said about files beside each other may be different now. */
  function pictureChanged(): void {
    pushAll();
    filesChanged();
  }

  function settingsChanged(): void {
    if (source.isReady && source.of("").wholePicture !== picture.setting) startPicture();
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

  async function associate(): Promise<void> {
    if (await associations.ask()) filesChanged();
  }

  function pushAll(): void {
    if (!client.pull) for (const document of documents.all()) void pushReady(document);
  }

  /** At once where the settings are known, as they are at every keystroke but for the first. */
  async function pushReady(document: OpenDocument): Promise<void> {
    const { uri, revision } = document;
    const waiting = settings.ready(uri);
    if (waiting) await waiting;
    if (document.revision === revision && documents.get(uri) === document) push.changed(document);
  }
}
