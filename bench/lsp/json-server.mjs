// The reference as a server: VS Code's JSON service with the faithful schema, checking after every change
// without waiting. Bundled by bundle.mjs, which also provides the schema.
import {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "vscode-json-languageservice";
import schema from "bench:schema";

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const parsedByUri = new Map();
let service;

connection.onInitialize(({ capabilities }) => {
  service = getLanguageService({ clientCapabilities: capabilities });
  service.configure({
    validate: true,
    schemas: [{ uri: "bench://dispatch-rule.json", fileMatch: ["*"], schema }],
  });
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { triggerCharacters: ['"', ":"] },
      hoverProvider: true,
    },
  };
});

documents.onDidChangeContent(async ({ document }) => {
  const { uri, version } = document;
  const settings = { comments: "error", trailingCommas: "error" };
  const diagnostics = await service.doValidation(document, parsed(document), settings);
  if (documents.get(uri)?.version === version) connection.sendDiagnostics({ uri, version, diagnostics });
});

documents.onDidClose(({ document: { uri } }) => {
  parsedByUri.delete(uri);
  connection.sendDiagnostics({ uri, diagnostics: [] });
});

connection.onCompletion(({ textDocument, position }) => {
  const document = documents.get(textDocument.uri);
  return document ? service.doComplete(document, position, parsed(document)) : null;
});

connection.onHover(({ textDocument, position }) => {
  const document = documents.get(textDocument.uri);
  return document ? service.doHover(document, position, parsed(document)) : null;
});

/** The document parsed once per version. */
function parsed(document) {
  const known = parsedByUri.get(document.uri);
  if (known?.version === document.version) return known.parsed;
  const parsed = service.parseJSONDocument(document);
  parsedByUri.set(document.uri, { version: document.version, parsed });
  return parsed;
}

documents.listen(connection);
connection.listen();
