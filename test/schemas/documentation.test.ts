import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import {
  documentedPaths,
  mergeDocumentation,
  readWrittenTexts,
  type Entry,
} from "../../scripts/schemas/documentation.mjs";
import { messageDefinitions } from "../../scripts/schemas/message-schema.mjs";
import { readProtocol } from "../../scripts/schemas/read-protocol.mjs";

const protocol = readProtocol();
const documentation = mergeDocumentation(protocol, readWrittenTexts());
const paths = documentedPaths(protocol);

test(`all ${paths.length} messages, fields, enums and values have a text`, () => {
  assert.deepEqual(Object.keys(documentation), paths);
});

describe("every text can be read by a person", () => {
  const isSentence = (text: string) => text.length >= 20 && /^[A-Z0-9`].*[.]$/s.test(text);

  test("texts and notes are sentences", () => {
    const bad = Object.entries(documentation).filter(
      ([, { text, note }]) => !isSentence(text) || (note !== undefined && !isSentence(note)),
    );
    assert.deepEqual(bad, []);
  });

  test("none of them is long", () => {
    const long = Object.entries(documentation).filter(
      ([, { text, note = "" }]) => Math.max(text.length, note.length) > 330,
    );
    assert.deepEqual(long, []);
  });

  test("defaults and units are parts of a sentence", () => {
    const bad = Object.values(documentation).filter((entry) =>
      [entry.default, entry.unit].some((part) => part?.endsWith(".")),
    );
    assert.deepEqual(bad, []);
  });

  test("backquotes are in pairs", () => {
    const odd = Object.entries(documentation).filter(([, { text, note = "" }]) =>
      [text, note].some((words) => words.split("`").length % 2 === 0),
    );
    assert.deepEqual(odd, []);
  });

  test("links lead to LiveKit's documentation", () => {
    const links = Object.values(documentation).flatMap(({ link }) => link ?? []);
    assert.deepEqual(
      links.filter((link) => !link.startsWith("https://docs.livekit.io/")),
      [],
    );
  });

  test("our text is not LiveKit's comment over again", () => {
    const same = Object.entries(documentation).filter(([, { text, comment }]) => text === comment);
    assert.deepEqual(same, []);
  });
});

describe("examples are what the field takes", () => {
  const ajv = new Ajv({ strict: false, strictNumbers: true });
  ajv.addSchema({ $id: "messages", definitions: messageDefinitions(protocol, documentation) });
  const jsonNames = new Map<string, string>(
    Object.entries(protocol.messages).flatMap(([message, fields]) =>
      fields.map(({ name, json }) => [`${message}.${name}`, `${message}/properties/${json}`] as const),
    ),
  );
  const examples = Object.entries(documentation).filter(([, entry]) => "example" in entry);

  test(`all ${examples.length} of them`, () => {
    const refused = examples.filter(([path, { example }]) => {
      const $ref = `messages#/definitions/${jsonNames.get(path) ?? path}`;
      return !ajv.validate({ $ref }, example);
    });
    assert.deepEqual(refused, []);
  });

  test("no example for a field is null or empty", () => {
    const empty = examples.filter(([, { example }]) =>
      ["null", '""', "[]", "{}"].includes(JSON.stringify(example)),
    );
    assert.deepEqual(empty, []);
  });
});

describe("the generator refuses documentation that does not fit", () => {
  const text = "A text that says nothing.";
  const file = (changed: Record<string, Entry>) => ({ "test.json": { ...documentation, ...changed } });
  const withoutComments = Object.fromEntries(
    Object.entries(documentation).map(([path, { comment: _, ...entry }]) => [path, entry as Entry]),
  );

  test("a field without a text is named", () => {
    const { "livekit.SIPDispatchRuleInfo.numbers": _, ...rest } = withoutComments;
    assert.throws(
      () => mergeDocumentation(protocol, { "test.json": rest }),
      /^Error: livekit\.SIPDispatchRuleInfo\.numbers has no text: write one in schemas\/documentation\/$/,
    );
  });

  test("an empty text is none", () => {
    assert.throws(
      () => mergeDocumentation(protocol, file({ "livekit.SIPCodec.rate": { text: "" } })),
      /livekit\.SIPCodec\.rate has no text/,
    );
  });

  test("a text without a field is named, with its file", () => {
    assert.throws(
      () => mergeDocumentation(protocol, file({ "livekit.SIPDispatchRuleInfo.headers": { text } })),
      /livekit\.SIPDispatchRuleInfo\.headers does not exist in the protocol: .*documentation\/test\.json/,
    );
  });

  test("a path documented twice is named", () => {
    const twice = { "livekit.SIPCodec": { text } };
    assert.throws(
      () => mergeDocumentation(protocol, { "a.json": withoutComments, "b.json": twice }),
      /livekit\.SIPCodec is documented twice, the second time in schemas\/documentation\/b\.json/,
    );
  });

  test("a misspelt key is named", () => {
    const misspelt = { text, exampel: 1 } as Entry;
    assert.throws(
      () => mergeDocumentation(protocol, { "a.json": { ...withoutComments, "livekit.SIPCodec": misspelt } }),
      /livekit\.SIPCodec has an unknown key "exampel"/,
    );
  });
});
