// VS Code's JSON language service with the faithful schema: what an author has without this project.
import languageService from "vscode-json-languageservice";
import { faithfulSchema } from "../schema/schema.mjs";

const { getLanguageService, TextDocument } = languageService; // a CommonJS module without named exports

const service = getLanguageService({
  clientCapabilities: {
    textDocument: {
      completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } },
    },
  },
});
service.configure({
  validate: true,
  schemas: [{ uri: "bench://dispatch-rule.json", fileMatch: ["*"], schema: faithfulSchema() }],
});

const documentOf = (text) => TextDocument.create("file:///w/dispatch-rule.json", "json", 1, text);

/** Parse and validate a document, as the JSON server does after every change. */
export function checkDocument(document) {
  return service.doValidation(document, service.parseJSONDocument(document));
}

/** Parse and validate a text. */
export const check = (text) => checkDocument(documentOf(text));

/**
 * Completion and hover at offsets of one text. The document is parsed once, before anything is measured.
 * @param {string} text
 */
export function opened(text) {
  const document = documentOf(text);
  const parsed = service.parseJSONDocument(document);
  return {
    complete: (offset) => service.doComplete(document, document.positionAt(offset), parsed),
    hover: (offset) => service.doHover(document, document.positionAt(offset), parsed),
  };
}

/**
 * A document that is checked from scratch after every edit. Edits have positions, as a client sends them.
 * @param {string} text
 */
export function session(text) {
  let document = documentOf(text);
  return {
    edit(range, insertText) {
      document = TextDocument.update(document, [{ range, text: insertText }], document.version + 1);
      return checkDocument(document);
    },
  };
}

/** The range of `length` characters at `offset`. */
export function rangeAt(text, offset, length) {
  const document = documentOf(text);
  return { start: document.positionAt(offset), end: document.positionAt(offset + length) };
}
