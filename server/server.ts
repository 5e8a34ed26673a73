/** The language server, for any connection: which message goes to which feature. */
import {
  TextDocumentSyncKind,
  type Connection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { version } from "../package.json";
import { guarded } from "./boundary.ts";
import { clientSupport } from "./client-support.ts";
import { codeActions, CODE_ACTION_KINDS } from "./code-actions.ts";
import { DiagnosticPull } from "./diagnostic-pull.ts";
import { DiagnosticPush } from "./diagnostic-push.ts";
import { SOURCE, tooLarge, toDiagnostic } from "./diagnostics.ts";
import { createDocuments, Readings, type OpenDocument, type Reading } from "./documents.ts";
import { FILE_STATUS, type FileStatus, type FileStatusParams } from "./messages.ts";
import { SettingsSource } from "./settings-source.ts";

/** Serves one client until the connection ends. */
export function createServer(connection: Connection): void {
  let client = clientSupport({});
  const documents = createDocuments();
  const readings = new Readings();
  const settings = new SettingsSource(connection, settingsChanged);
  const push = new DiagnosticPush(connection, documents, diagnose);
  const pull = new DiagnosticPull(documents, settings, diagnose);

  connection.onInitialize(({ capabilities, initializationOptions }: InitializeParams): InitializeResult => {
    client = clientSupport(capabilities);
    settings.initialize(initializationOptions);
    return {
      serverInfo: { name: SOURCE, version },
      capabilities: {
        positionEncoding: "utf-16",
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(client.codeActions && { codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS } }),
        ...(client.pull && {
          diagnosticProvider: {
            identifier: SOURCE,
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }),
      },
    };
  });
  connection.onInitialized(() => settings.initialized(client));

  void settings.ready.then(pushAll);
  documents.onDidChangeContent(({ document }) => {
    if (!client.pull && settings.isReady) push.changed(document);
  });
  documents.onDidClose(({ document }) => {
    readings.forget(document);
    if (!client.pull) push.closed(document);
  });

  connection.languages.diagnostics.on((params, token) => pull.answer(params, token));
  connection.onCodeAction((params) =>
    about(params.textDocument.uri, "code actions", [], (reading, document) =>
      codeActions(document, reading.problems, params, client),
    ),
  );
  connection.onRequest(FILE_STATUS, ({ uri }: FileStatusParams): FileStatus | null =>
    about(uri, "file status", null, ({ file: { form, target } }, { version }) => ({ version, form, target })),
  );

  documents.listen(connection);
  connection.listen();

  /** Runs a feature on the present version of a document; one that is not open or too large has none. */
  function about<Answer>(
    uri: string,
    feature: string,
    instead: Answer,
    run: (reading: Reading, document: OpenDocument) => Answer,
  ): Answer {
    const document = documents.get(uri);
    if (!document || document.isTooLarge) return instead;
    return guarded(connection.console, feature, instead, () =>
      run(readings.of(document, settings.current), document),
    );
  }

  function diagnose(document: OpenDocument): Diagnostic[] {
    if (document.isTooLarge) return [tooLarge()];
    return about(document.uri, "diagnostics", [], ({ problems }) =>
      problems.map((problem) => toDiagnostic(document, problem, client)),
    );
  }

  function settingsChanged(): void {
    pull.settingsChanged();
    pushAll();
    if (client.pull && client.refresh) connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  function pushAll(): void {
    if (!client.pull) for (const document of documents.all()) push.changed(document);
  }
}
