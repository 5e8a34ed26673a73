import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import fc from "fast-check";
import { readTestFile } from "../../../core/routing-tests/read-test-file.ts";
import { anyDocument } from "../../support/documents.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../schemas/dispatch-test.schema.json", import.meta.url), "utf8"),
) as object;
const fitsSchema = new Ajv({ strict: false }).compile(schema);

const CALL = { to: "+15550100", from: "+15550123", expect: { rule: "Support" } };

/** The marked places of a test, and what is said about them. */
const refused: readonly (readonly [text: string, message: RegExp])[] = [
  [`⟦[]⟧`, /A routing test is an object/],
  [`⟦{⟧"calls": [${JSON.stringify(CALL)}]}`, /"rules" is missing/],
  [`⟦{⟧"rules": "a"}`, /"calls" is missing or empty/],
  [`⟦{⟧"rules": "a", "calls": []}`, /"calls" is missing or empty/],
  [`{"rules": ⟦7⟧, "calls": [${JSON.stringify(CALL)}]}`, /"rules" holds paths/],
  [`{"rules": "a", ⟦"cals"⟧: 1, "calls": [${JSON.stringify(CALL)}]}`, /Did you mean "calls"\?/],
  [`{"rules": "a", "calls": [⟦{⟧"to": "1", "expect": {"pin": true}}]}`, /number for "from"/],
  [`{"rules": "a", "calls": [⟦{⟧"to": "1", "from": "2"}]}`, /"expect" is missing/],
  [`{"rules": "a", "calls": [{"to": "1", "from": "2", "expect": ⟦{}⟧}]}`, /expects nothing/],
  [`{"rules": "a", "calls": [{"to": ⟦1⟧, "from": "2", "expect": {"pin": true}}]}`, /"to" is a text/],
  [
    `{"rules": "a", "calls": [{"to": "1", "from": "2", "expect": {"pin": ⟦"4711"⟧}}]}`,
    /"pin" is true or false/,
  ],
  [
    `{"rules": "a", "calls": [{"to": "1", "from": "2", "expect": {"reject": true, "room": ⟦"x"⟧}}]}`,
    /refused has no "room"/,
  ],
  [
    `{"rules": "a", "calls": [⟦{"to": "1", "from": "2", "pin": "1", "noPin": true, "expect": {"pin": true}}⟧]}`,
    /exclude each other/,
  ],
];

describe("reading a routing test", () => {
  for (const [marked, message] of refused)
    test(marked, () => {
      const start = marked.indexOf("⟦");
      const end = marked.indexOf("⟧") - 1;
      const text = marked.replace(/[⟦⟧]/g, "");
      const { problems } = readTestFile(text);
      assert.deepEqual(
        problems.map((problem) => [problem.start, problem.end]),
        [[start, end]],
      );
      assert.match(problems[0]?.message ?? "", message);
      assert.equal(fitsSchema(JSON.parse(text)), false, "the schema refuses it as well");
    });

  test("a whole one", () => {
    const text = JSON.stringify({
      rules: ["a.json", { rule: {} }],
      trunks: "t.json",
      calls: [
        { ...CALL, name: "one", sourceIp: "10.0.0.1", pin: "1" },
        { ...CALL, expect: { reject: "No *" } },
      ],
    });
    const { file, problems } = readTestFile(text);
    assert.deepEqual(problems, []);
    assert.equal(fitsSchema(JSON.parse(text)), true);
    assert.deepEqual(
      file.rules.map(({ kind }) => kind),
      ["path", "inline"],
    );
    assert.deepEqual(
      file.calls.map(({ name }) => name),
      ["one", "call 2 to +15550100 from +15550123"],
    );
    assert.equal(file.calls[0]?.expect.rule?.value, "Support");
  });

  test("an address that is none is named where it stands", () => {
    const text = `{"rules": "a", "calls": [{"to": "1", "from": "2", "sourceIp": "ten", "expect": {"pin": true}}]}`;
    assert.equal(readTestFile(text).problems[0]?.start, text.indexOf('"ten"'));
  });

  test("no text makes it throw, and what it reads without a problem fits the schema", () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        const { problems } = readTestFile(text);
        if (problems.length === 0) assert.ok(fitsSchema(JSON.parse(text)));
      }),
    );
  });
});
