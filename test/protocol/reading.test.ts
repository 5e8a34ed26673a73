/** Features for who reads a file: hover, outline, folding, selections, highlights, links, hints, formatting. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  MarkupContent,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
  TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { EXAMPLES } from "../support/documents.ts";
import { CAPABLE, Client, EDITING } from "./client.ts";

const URI = "file:///rules/wrapped.json";
const TEXT = EXAMPLES.wrapped;
const DOCUMENT = TextDocument.create(URI, "", 1, TEXT);
const at = (words: string): Position => DOCUMENT.positionAt(TEXT.indexOf(words) + 1);
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe("reading features", () => {
  let client: Client;
  let settings: unknown;
  before(async () => {
    const capabilities = {
      ...EDITING,
      workspace: { ...EDITING.workspace, configuration: true },
    };
    client = await Client.start({ capabilities, configuration: () => settings });
    client.open(URI, TEXT);
  });
  after(() => client.stop());

  test("hover says what a field is, with its documentation", async () => {
    const hover = await client.at<Hover>("hover", URI, at('"roomPrefix"'));
    assert.equal(DOCUMENT.getText(hover.range), '"roomPrefix"');
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, "markdown");
    assert.match(value, /^\*\*`roomPrefix`\*\*/);
    assert.ok(value.split("\n\n").length > 1, value);
    assert.equal(await client.at("hover", URI, { line: 0, character: 0 }), null);
  });

  test("the outline is a tree", async () => {
    const [root] = await client.about<DocumentSymbol[]>("documentSymbol", URI);
    const rule = root?.name === "Support — nights" ? root : root?.children?.[0];
    assert.ok(rule ?? root);
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      assert.ok(DOCUMENT.offsetAt(range.start) <= DOCUMENT.offsetAt(selectionRange.start));
      assert.ok(DOCUMENT.offsetAt(selectionRange.end) <= DOCUMENT.offsetAt(range.end));
      children.forEach(check);
    };
    check(root!);
  });

  test("objects over several lines fold, by lines", async () => {
    const folds = await client.about<FoldingRange[]>("foldingRange", URI);
    assert.deepEqual(folds[0], { startLine: 0, endLine: folds[0]!.endLine });
    assert.ok(folds.every(({ startLine, endLine }) => startLine < endLine));
  });

  test("selections grow from each position to the whole text", async () => {
    const positions = [at('"roomPrefix"'), at('"PCMU"'), { line: 999, character: 999 }];
    const found = await client.about<SelectionRange[]>("selectionRange", URI, { positions });
    assert.equal(found.length, positions.length);
    for (let range: SelectionRange | undefined = found[0]; range; range = range.parent)
      if (!range.parent) assert.equal(DOCUMENT.getText(range.range), TEXT);
  });

  test("the other places of a value are highlighted", async () => {
    const uri = "file:///rules/twice.json";
    client.open(uri, `{"trunk_ids": ["ST_a", "ST_a"], "rule": {}}`);
    const found = await client.at<DocumentHighlight[]>("documentHighlight", uri, { line: 0, character: 17 });
    assert.deepEqual(
      found.map(({ range }) => range.start.character),
      [15, 23],
    );
  });

  test("fields lead to LiveKit's pages", async () => {
    const links = await client.about<DocumentLink[]>("documentLink", URI);
    assert.ok(links.length > 0);
    assert.ok(links.every(({ target }) => target?.startsWith("https://")));
  });

  test("hints stand in the text unless they are turned off", async () => {
    const hints = () => client.about<InlayHint[]>("inlayHint", URI, { range: ALL });
    const all = await hints();
    const room = all.find(({ label }) => typeof label === "string" && label.startsWith("→ support-"));
    assert.ok(room);
    assert.equal(room.paddingLeft, true);
    const hintsUnder = async (inlayHints: unknown) => {
      settings = { inlayHints };
      client.notify("workspace/didChangeConfiguration", { settings: null });
      await client.settled();
      await client.settled();
      return hints();
    };
    assert.deepEqual(await hintsUnder(false), []);
    assert.deepEqual(await hintsUnder({ unit: false }), all);
    assert.deepEqual(await hintsUnder({ room: false }), []);
    settings = { inlayHints: "yes" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.log[0], "a warning");
    assert.match(client.log[0]!.message, /inlayHints must be true, false or an object/);
  });

  test("formatting uses the indentation that is asked for, of all or of a part", async () => {
    const uri = "file:///rules/format.json";
    const text = `{"rule": {\n"dispatchRuleDirect": {"roomName": "a"}},\n"name": "b"}\n`;
    client.open(uri, text);
    const document = TextDocument.create(uri, "", 1, text);
    const format = async (method: string, options: object, params = {}) =>
      TextDocument.applyEdits(document, await client.about<TextEdit[]>(method, uri, { options, ...params }));
    assert.match(
      await format("formatting", { tabSize: 4, insertSpaces: true }),
      /^\{\n {4}"rule": \{\n {8}"/,
    );
    assert.match(await format("formatting", { tabSize: 4, insertSpaces: false }), /^\{\n\t"rule": \{\n\t\t"/);
    const range: Range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    const part = await format("rangeFormatting", { tabSize: 2, insertSpaces: true }, { range });
    assert.ok(part.startsWith(`{"rule": {\n`) && part.endsWith(`"name": "b"}\n`), part);
    const ranges = [range, { start: { line: 1, character: 3 }, end: { line: 2, character: 4 } }];
    const both = await format("rangesFormatting", { tabSize: 2, insertSpaces: true }, { ranges });
    assert.ok(both.startsWith(`{"rule": {\n`), both);
    assert.deepEqual(JSON.parse(both), JSON.parse(text));
    assert.match(both, /\n *"dispatchRuleDirect": \{\n *"roomName": "a"\n *\}/);
    await format("formatting", {});
  });

  test("wrong places are answered, of documents that are not open too", async () => {
    const odd = [
      { line: -1, character: -1 },
      { line: 1e9, character: 1e9 },
      { line: 0.5, character: NaN },
      { line: "1", character: null },
    ] as Position[];
    for (const uri of [URI, "file:///never.json", "", "no uri"])
      for (const position of odd) {
        const range = { start: position, end: position };
        for (const method of ["completion", "hover", "documentHighlight"])
          await client.at(method, uri, position);
        await client.about("selectionRange", uri, { positions: [position] });
        await client.about("inlayHint", uri, { range });
        await client.about("rangeFormatting", uri, { range, options: { tabSize: 2, insertSpaces: true } });
        await client.codeActions(uri, range);
      }
    assert.ok(client.log.every(({ message }) => !message.startsWith("Bug")));
  });
});

describe("reading features for a client that can little", () => {
  test("the outline is a list of the oldest kinds, hover is plain text", async () => {
    const capabilities = {
      ...CAPABLE,
      textDocument: { ...CAPABLE.textDocument, documentSymbol: {}, hover: {}, documentLink: {} },
    };
    const client = await Client.start({ capabilities });
    client.open(URI, TEXT);
    const symbols = await client.about<SymbolInformation[]>("documentSymbol", URI);
    assert.ok(symbols.length > 3);
    assert.ok(symbols.every(({ kind, location }) => kind <= 18 && location.uri === URI));
    assert.ok(symbols.some(({ containerName }) => containerName !== undefined));
    const hover = await client.at<Hover>("hover", URI, at('"roomPrefix"'));
    assert.equal((hover.contents as MarkupContent).kind, "plaintext");
    assert.doesNotMatch((hover.contents as MarkupContent).value, /`|\*\*|\]\(/);
    const links = await client.about<DocumentLink[]>("documentLink", URI);
    assert.ok(links.every(({ tooltip }) => tooltip === undefined));
    await client.stop();
  });
});
