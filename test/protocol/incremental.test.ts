/** Whatever is typed: the document that was followed says what the same text says when it is opened afresh. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { CodeAction, Diagnostic, DocumentSymbol } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { EXAMPLES } from "../support/documents.ts";
import { Client, EDITING } from "./client.ts";

/** Rules of all kinds, some with something wrong. */
function list(length: number): string {
  const rules = Array.from({ length }, (_, index) =>
    index % 3 === 0
      ? `    {"sipDispatchRuleId": "SDR_${index}", "trunkIds": ["ST_${index}", ], "metadata": "{"}`
      : `    {\n      "rule": {"dispatchRuleDirect": {"roomName": "room-${index}", "pin": "1a"}},\n      "nme": "x"\n    }`,
  );
  return `{\n  "items": [\n${rules.join(",\n").replaceAll(", ]", "]")}\n  ]\n}\n`;
}

interface Step {
  readonly at: number;
  readonly deleted: number;
  readonly inserted: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  deleted: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(400)),
  inserted: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('"', "{", "}", "[", "]", ",", ":", "x", "\\", "\n", "\r\n", " ", ""),
    },
    fc.constantFrom("abc", '"a": 1, ', '{"rule": {}},', "💥", EXAMPLES.direct),
  ),
});

describe("a document that is followed", () => {
  let client: Client;
  let count = 0;
  const newFile = () => `file:///incremental/${++count}.json`;
  before(async () => (client = await Client.start({ capabilities: EDITING })));
  after(() => client.stop());

  /** Applies steps to the server's document and to one of our own. */
  function type(uri: string, document: TextDocument, steps: readonly Step[], version: number): TextDocument {
    let text = document;
    const changes = steps.map(({ at, deleted, inserted }) => {
      const start = Math.floor(at * text.getText().length);
      const range = { start: text.positionAt(start), end: text.positionAt(start + deleted) };
      text = TextDocument.create(
        uri,
        "",
        version,
        TextDocument.applyEdits(text, [{ range, newText: inserted }]),
      );
      return { range, text: inserted };
    });
    client.change(uri, version, ...changes);
    return text;
  }

  async function everything(uri: string, version: number, range: Diagnostic["range"]) {
    const diagnostics = await client.diagnostics(uri, version);
    const symbols = await client.about<DocumentSymbol[]>("documentSymbol", uri);
    const actions = await client.codeActions(uri, range);
    return JSON.parse(
      JSON.stringify({ diagnostics, symbols, actions: actions.map(withoutVersion) }).replaceAll(uri, "URI"),
    ) as unknown;
  }

  const withoutVersion = ({ title, kind, edit, diagnostics }: CodeAction) => ({
    title,
    kind,
    diagnostics,
    changes: edit?.documentChanges?.map((change) => ("edits" in change ? change.edits : change)),
  });

  for (const [name, start] of [
    ["a list of 40 rules", list(40)],
    ["a single rule", EXAMPLES.wrapped],
  ] as const)
    test(`says what the same text says when it is opened: ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
          async (bursts) => {
            const uri = newFile();
            let document = TextDocument.create(uri, "", 1, start);
            client.open(uri, start);
            let version = 1;
            for (const steps of bursts) {
              document = type(uri, document, steps, ++version);
              // Looked at after some of the bursts only, so that edits also pile up.
              if (version % 2 === 0) await client.diagnostics(uri, version);
            }
            const fresh = newFile();
            client.open(fresh, document.getText());
            const range = { start: { line: 3, character: 0 }, end: { line: 9, character: 0 } };
            assert.deepEqual(await everything(uri, version, range), await everything(fresh, 1, range));
            client.close(uri);
            client.close(fresh);
          },
        ),
        { numRuns: 40 },
      );
    });

  test("follows a hundred edits that arrive at once", async () => {
    const uri = newFile();
    const start = list(40);
    client.open(uri, start);
    const steps = Array.from({ length: 100 }, (_, index) => ({ at: 0.5, deleted: index % 2, inserted: "x" }));
    const document = type(uri, TextDocument.create(uri, "", 1, start), steps, 2);
    const fresh = newFile();
    client.open(fresh, document.getText());
    assert.deepEqual(await client.diagnostics(uri, 2), await client.diagnostics(fresh, 1));
  });
});
