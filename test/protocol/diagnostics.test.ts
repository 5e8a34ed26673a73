import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Diagnostic } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checkDocument } from "../../core/check-document.ts";
import { checks } from "../../core/checks/index.generated.ts";
import { readRuleDocument } from "../../core/document.ts";
import { Client } from "./client.ts";

function textOf(message: Diagnostic["message"]): string {
  return typeof message === "string" ? message : message.value;
}

/** What a diagnostic marks and says: `code "marked text"`. */
function marks(text: string, diagnostics: readonly Diagnostic[]): string[] {
  const document = TextDocument.create("", "", 1, text);
  return diagnostics.map(({ code, range }) => `${code ?? ""} ${JSON.stringify(document.getText(range))}`);
}

/** The same for what `core` finds. */
function expected(text: string): string[] {
  return checkDocument(readRuleDocument(text)).map(
    ({ code, start, end }) => `${code} ${JSON.stringify(text.slice(start, end))}`,
  );
}

const COMMA = `{"rule": {"dispatchRuleDirect": {"roomName": "a"}},}`;
const TWO_KINDS = `{
  "sipDispatchRuleId": "SDR_abc",
  "rule": {
    "dispatchRuleDirect": { "roomName": "a" },
    "dispatchRuleIndividual": { "roomPrefix": "b" }
  }
}`;

describe("diagnostics", () => {
  let client: Client;
  let count = 0;
  const newFile = () => `file:///rules/${++count}.json`;
  before(async () => (client = await Client.start()));
  after(() => client.stop());

  test("say what is wrong, where, how bad, and who says so", async () => {
    const diagnostics = await client.openAndDiagnose(newFile(), COMMA);
    const comma = diagnostics.find(({ code }) => code === "trailing-comma");
    assert.deepEqual(comma, {
      range: { start: { line: 0, character: 50 }, end: { line: 0, character: 51 } },
      severity: 1,
      code: "trailing-comma",
      source: "livekit-dispatch",
      message: comma!.message,
    });
  });

  test("quote LiveKit where it stops, and only there", async () => {
    const diagnostics = await client.openAndDiagnose(newFile(), `{"trunkIds": ["a",], "rule": {},}`);
    const lines = diagnostics.flatMap(({ message }) => textOf(message).split("\n").slice(1));
    assert.equal(lines.length, 1);
    assert.match(
      lines[0] ?? "",
      /^lk prints: could not read request: proto: syntax error \(line 1:19\): unexpected token \]/,
    );
  });

  test("show the first of two kinds beside the second", async () => {
    const uri = newFile();
    const diagnostics = await client.openAndDiagnose(uri, TWO_KINDS);
    const related = diagnostics.filter(({ relatedInformation }) => relatedInformation);
    assert.deepEqual(
      marks(TWO_KINDS, related),
      expected(TWO_KINDS).filter((mark) => mark.includes("Individual")),
    );
    const [place] = related[0]!.relatedInformation!;
    assert.equal(place!.location.uri, uri);
    assert.equal(
      TextDocument.create(uri, "", 1, TWO_KINDS).getText(place!.location.range),
      `"dispatchRuleDirect"`,
    );
  });

  test("follow changes, version by version", async () => {
    const uri = newFile();
    assert.deepEqual(marks(COMMA, await client.openAndDiagnose(uri, COMMA)), expected(COMMA));
    const fixed = COMMA.replace(",}", "}");
    const range = { start: { line: 0, character: 50 }, end: { line: 0, character: 51 } };
    client.change(uri, 2, { range, text: "" });
    assert.deepEqual(marks(fixed, await client.diagnostics(uri, 2)), expected(fixed));
    client.change(uri, 7, { text: COMMA });
    assert.deepEqual(marks(COMMA, await client.diagnostics(uri, 7)), expected(COMMA));
  });

  test("are cleared when the document is closed, and come back with it", async () => {
    const uri = newFile();
    await client.openAndDiagnose(uri, COMMA);
    client.close(uri);
    await client.settled();
    assert.deepEqual(client.published.at(-1), { uri, diagnostics: [] });
    client.change(uri, 2, { text: "{" });
    await client.settled();
    assert.deepEqual(client.published.at(-1), { uri, diagnostics: [] });
    client.published.length = 0;
    assert.deepEqual(marks(COMMA, await client.openAndDiagnose(uri, COMMA)), expected(COMMA));
  });

  test("count as editors do: lines after CRLF, LF and a lone CR, and UTF-16 units", async () => {
    const text = `{\r\n  "trunkIds": ["☎️ 𝒞alls 👩‍👩‍👧"],\r"metadata": "é"\n,}`;
    const diagnostics = await client.openAndDiagnose(newFile(), text);
    assert.deepEqual(marks(text, diagnostics), expected(text));
    const comma = diagnostics.find(({ code }) => code === "trailing-comma");
    assert.deepEqual(comma?.range, { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } });
    const inside = `{"trunkIds": ["☎️ 𝒞alls 👩‍👩‍👧",]}`;
    const [one] = (await client.openAndDiagnose(newFile(), inside)).filter(
      ({ code }) => code === "trailing-comma",
    );
    assert.equal(one?.range.start.character, inside.indexOf(",]"));
  });

  test("say about every example of every check what core says", async () => {
    for (const { code, examples } of checks)
      for (const example of examples) {
        if (example.target && example.target !== "auto") continue;
        const text = ("bad" in example ? example.bad : example.good).replace(/[⟦⟧]/g, "");
        assert.deepEqual(marks(text, await client.openAndDiagnose(newFile(), text)), expected(text), code);
      }
  });

  test("keep up with every prefix of a file, typed and taken back", async () => {
    const uri = newFile();
    client.open(uri, "", 0);
    let version = 0;
    const lines = TWO_KINDS.split("\n");
    const typed = lines.flatMap((line, number) =>
      Array.from(line + "\n", (text, character) => ({ number, character, text })),
    );
    for (const { number, character, text } of typed) {
      const start = { line: number, character };
      client.change(uri, ++version, { range: { start, end: start }, text });
    }
    for (let length = TWO_KINDS.length; length >= 0; length--)
      client.change(uri, ++version, { text: TWO_KINDS.slice(0, length) });
    await client.diagnostics(uri, version);
    const all = client.published.filter((params) => params.uri === uri);
    assert.deepEqual(
      all.map((params) => params.version),
      Array.from({ length: version + 1 }, (_, index) => index),
    );
    for (const { version: seen, diagnostics } of all) {
      const length = seen! <= TWO_KINDS.length + 1 ? seen! : 2 * TWO_KINDS.length + 2 - seen!;
      const text = (TWO_KINDS + "\n").slice(0, length);
      assert.deepEqual(marks(text, diagnostics), expected(text), `${length} characters`);
    }
  });

  test("a small document gets them for every edit of a burst", async () => {
    const uri = newFile();
    client.open(uri, COMMA, 0);
    const start = { line: 0, character: 2 };
    for (let version = 1; version <= 300; version++)
      client.change(uri, version, { range: { start, end: start }, text: "x" });
    await client.diagnostics(uri, 300);
    const versions = client.published.filter((params) => params.uri === uri).map(({ version }) => version);
    assert.deepEqual(versions, [...Array(301).keys()]);
    const text = `{"${"x".repeat(300)}${COMMA.slice(2)}`;
    assert.deepEqual(marks(text, await client.diagnostics(uri, 300)), expected(text));
  });

  test("a large document gets them for the last edit of a burst, and never for an older one afterwards", async () => {
    const uri = newFile();
    const rule = `{"rule": {"dispatchRuleDirect": {"roomName": "${"r".repeat(400)}"}}}`;
    const text = `{"items": [\n${Array(1000).fill(rule).join(",\n")},\n]}`;
    await client.openAndDiagnose(uri, text);
    const range = { start: { line: 1, character: 1 }, end: { line: 1, character: 1 } };
    for (let version = 2; version <= 301; version++) client.change(uri, version, { range, text: " " });
    const diagnostics = await client.diagnostics(uri, 301);
    const end = text.replace('{"rule"', `{${" ".repeat(300)}"rule"`);
    assert.deepEqual(marks(end, diagnostics), expected(end));
    await client.settled();
    const versions = client.published.filter((params) => params.uri === uri).map(({ version }) => version!);
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
    );
    assert.equal(versions.at(-1), 301);
    client.change(uri, 302, { range, text: " " });
    client.close(uri);
    await client.settled();
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(client.published.at(-1), { uri, diagnostics: [] });
  });

  test("whatever the editor calls the language", async () => {
    for (const language of ["json", "jsonc", "plaintext", ""]) {
      const uri = newFile();
      client.open(uri, COMMA, 1, language);
      assert.deepEqual(marks(COMMA, await client.diagnostics(uri, 1)), expected(COMMA), language);
    }
  });
});
