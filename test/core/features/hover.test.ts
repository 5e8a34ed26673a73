import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import documentation from "../../../schemas/documentation.json" with { type: "json" };
import { readRuleDocument } from "../../../core/document.ts";
import type { Facts } from "../../../core/features/facts.ts";
import { codeSpan, documentationFor, hover, renderHover, renderWords } from "../../../core/features/hover.ts";
import type { Target } from "../../../core/rules/targets.ts";
import { anyDocument, EXAMPLES } from "../../support/documents.ts";
import { unmarked } from "./marked.ts";

const FACTS: Facts = {
  trunks: [
    { id: "ST_8m3KxQv7Rt2Z", name: "Carrier", numbers: ["15550199"] },
    { id: "ST_4nPw9LcYb6Ha", name: "", numbers: [] },
  ],
  agentNames: ["triage"],
};

function hoverIn(marked: string, facts?: Facts, target: Target = "auto") {
  const { text, offset } = unmarked(marked);
  const found = hover(readRuleDocument(text, target), offset, facts);
  return found && { ...found, text: text.slice(found.range.start, found.range.end) };
}

/** What is said of the value, a sentence a line. */
function said(marked: string, facts: Facts = FACTS): string {
  const parts = hoverIn(marked, facts)?.parts ?? [];
  return parts.flatMap((part) => (part.kind === "value" ? [renderWords(part.words)] : [])).join("\n");
}

describe("a field", () => {
  test("by its name: type, the other spelling, the documentation", () => {
    const found = hoverIn(`{"rule": {}, "trunk|_ids": []}`);
    assert.equal(found?.text, `"trunk_ids"`);
    assert.deepEqual(found.parts[0], {
      kind: "field",
      name: "trunk_ids",
      type: "list of strings",
      otherSpelling: "trunkIds",
      isDeprecated: false,
    });
    assert.deepEqual(found.parts.at(-1), {
      kind: "documentation",
      key: "livekit.SIPDispatchRuleInfo.trunk_ids",
    });
  });

  test("by its value and by an item", () => {
    assert.equal(hoverIn(`{"rule": {}, "name": "Sup|port"}`)?.text, `"Support"`);
    assert.equal(hoverIn(`{"rule": {}, "trunk_ids": ["ST|_x"]}`)?.text, `"ST_x"`);
  });

  test("deprecated ones say so", () => {
    const [heading] = hoverIn(`{"rule": {}, "media_encryption|": 1}`)?.parts ?? [];
    assert.ok(heading?.kind === "field" && heading.isDeprecated);
  });

  test("as the target reads it", () => {
    const key = (target: Target): unknown =>
      hoverIn(`{"rule": {"dispatchRuleDirect": {}}, "na|me": "x"}`, FACTS, target)?.parts.at(-1);
    const documented = (name: string) => ({ kind: "documentation", key: `livekit.${name}` });
    assert.deepEqual(key("auto"), documented("SIPDispatchRuleInfo.name"));
    assert.deepEqual(key("api-create"), documented("CreateSIPDispatchRuleRequest.name"));
  });

  test("a name that a newer LiveKit knows", () => {
    assert.match(
      said(`{"rule": {}, "media": {"drop_audio|_during_dtmf": true}}`),
      /protocol `1\.\d+\.\d+`; this file/,
    );
  });

  test("nothing for brackets, blanks, unknown names and foreign files", () => {
    for (const marked of [
      `{"rule": |{}}`,
      `{"rule":| {}}`,
      `{"rule": {}, "custom|": 1}`,
      `{"rule": {}, "custom": "va|lue"}`,
      `{"na|me": "somebody else's"}`,
      `|`,
      `{"rule": {}}|`,
    ])
      assert.equal(hoverIn(marked), undefined, marked);
  });
});

/** The cursor's document, and what is said of the value. */
const SAID: Readonly<Record<string, readonly [marked: string, words: string]>> = {
  "a direct rule": [
    `{"rule": {"dispatchRule|Direct": {"roomName": "open-room"}}}`,
    "Every call goes into the room `open-room`.",
  ],
  "an individual rule": [
    `{"rule": {"dispatchRuleIndividual": {"roomPrefix|": "call-"}}}`,
    "A call from `+15550100` goes into the room `call-_+15550100_<random>`.\n" +
      "`<random>` stands for 12 random characters: each call has a room of its own.",
  ],
  "an individual rule without randomness": [
    `{"rule": {"dispatchRuleIndividual": {"no_randomness": tr|ue}}}`,
    "A call from `+15550100` goes into the room `+15550100`.\nAll calls of one caller go into the same room.",
  ],
  "a callee rule": [
    `{"dispatch_rule": {"ru|le": {"dispatchRuleCallee": {"roomPrefix": "line-"}}}}`,
    "A call to `+15550199` goes into the room `line-_+15550199`.\nAll who call this number meet in that room.",
  ],
  "a wrapper": [
    `{"dispatch|_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    "Every call goes into the room `open-room`.",
  ],
  "no room": [
    `{"rule": {"dispatchRuleDirect": {"roomName|": ""}}}`,
    "No room is named, so no call can join.",
  ],
  "a hidden number": [
    `{"rule": {"dispatchRuleDirect": {"roomName": "a"}}, "hide_phone_number": t|rue}`,
    "The caller `+15550100` is seen as `Phone 0100`, and the identity is a hash.\nEvery call goes into the room `a`.",
  ],
  "a shown number": [
    `{"rule": {}, "hide_phone_number": f|alse}`,
    "The caller `+15550100` is seen as `Phone +15550100`, with the identity `sip_+15550100`; this is the default.",
  ],
  "a PIN": [`{"rule": {"dispatchRuleDirect": {"pin": "47|11"}}}`, "Callers type `4711#`."],
  "no PIN": [`{"rule": {"dispatchRuleDirect": {"pin": "|"}}}`, "No PIN: whoever calls is let in."],
  "a PIN that no phone has": [
    `{"rule": {"dispatchRuleDirect": {"pin": "47|-11"}}}`,
    "No phone can enter `47-11`, so nobody is let in.",
  ],
  "a PIN that is long": [
    `{"rule": {"dispatchRuleDirect": {"pin": "12345|67890"}}}`,
    "Callers type `1234567890#`.\n" +
      "Only the first 10 keys are kept while the prompt plays: who types all of them at once is stuck.",
  ],
  "no trunks": [`{"trunk_ids|": []}`, "Calls of every trunk, and calls that matched no trunk."],
  "some trunks": [
    `{"trunk_ids|": ["ST_8m3KxQv7Rt2Z", "ST_4nPw9LcYb6Ha"]}`,
    "Only calls of `Carrier` and `ST_4nPw9LcYb6Ha`.",
  ],
  "a trunk": [`{"trunk_ids": ["ST_|8m3KxQv7Rt2Z"]}`, "The trunk `Carrier`, for calls to `15550199`."],
  "a trunk without a name": [
    `{"trunk_ids": ["ST_|4nPw9LcYb6Ha"]}`,
    "An inbound trunk of the project, for calls to any number.",
  ],
  "an unknown trunk": [
    `{"trunk_ids": ["ST|_x"]}`,
    "None of the project's inbound trunks has the id `ST_x`: no call comes over it.",
  ],
  "a called number": [
    `{"rule": {}, "numbers": ["+1|5550123"]}`,
    "Takes calls to `+15550123`, compared byte for byte: `15550123` is another number.",
  ],
  "a called number that a trunk spells otherwise": [
    `{"rule": {}, "numbers": ["+1|5550199"]}`,
    "Takes calls to `+15550199`, compared byte for byte: `15550199` is another number.\n" +
      "The trunk `Carrier` has it as `15550199`; what counts here is how the carrier sends it.",
  ],
  "an own number among the callers": [
    `{"inbound_numbers": ["1|5550199"]}`,
    "Takes calls from `15550199`, compared byte for byte: `+15550199` is another number.\n" +
      "It is a number of your trunk `Carrier`, so calls are made to it: it belongs in `numbers`.",
  ],
  "many callers": [
    `{"inbound_numbers|": ["1", "2", "3", "4", "5", "6"]}`,
    "Only calls from `1`, `2`, `3`, `4` and 2 more, compared byte for byte.",
  ],
  "JSON in metadata": [
    `{"rule": {}, "metadata|": "{\\"tenant\\": 1, \\"vip\\": true}"}`,
    "JSON: an object with `tenant` and `vip`.",
  ],
  "broken JSON in metadata": [
    `{"rule": {}, "metadata|": "{\\"vip\\": true,}"}`,
    "It begins like JSON and is none: a comma stands behind the last value, at character 13.",
  ],
  "text in metadata": [
    `{"rule": {}, "metadata|": "hello"}`,
    "Plain text, no JSON: fine, unless what reads it expects JSON.",
  ],
  "an attribute": [
    `{"rule": {}, "attributes": {"te|am": "blue"}}`,
    "Every caller's participant gets `team` with the value `blue`.",
  ],
  "an attribute without a value": [
    `{"rule": {}, "attributes": {"team": "|"}}`,
    "An empty value vanishes: nobody gets `team`.",
  ],
  "an attribute of LiveKit's": [
    `{"rule": {}, "attributes": {"sip.cal|lID": "x"}}`,
    "LiveKit sets `sip.callID` itself, whatever stands here.",
  ],
  "a room configuration": [
    `{"rule": {}, "room_config|": {"agents": [{"agent_name": "triage"}]}}`,
    "`triage` joins the room, if the call opens it.",
  ],
  "no agents": [
    `{"rule": {}, "room_config": {"agents|": []}}`,
    "Names no agent: one whose worker has no name joins by itself.",
  ],
  "a known agent": [
    `{"rule": {}, "room_config": {"agents": [{"agent_name": "tri|age"}]}}`,
    "An agent of this workspace registers as `triage`.",
  ],
  "an unknown agent": [
    `{"rule": {}, "room_config": {"agents": [{"agent_name": "tri|ag"}]}}`,
    "No agent of this workspace registers as `triag`.",
  ],
  "a number of seconds": [`{"rule": {}, "room_config": {"empty_timeout|": 5400}}`, "1 hour 30 minutes."],
  "a duration": [
    `{"rule": {}, "media": {"media_timeout": "0.|5s"}}`,
    "The call ends after 0.5 seconds without audio from the caller.",
  ],
  "a duration that is too long": [
    `{"rule": {}, "media": {"media_timeout": "60|1s"}}`,
    "10 minutes 1 second: the server refuses more than ten minutes.",
  ],
  "a default": [
    `{"rule": {}, "krisp_enabled": fa|lse}`,
    "`false` is the default, the same as leaving the field out.",
  ],
  null: [`{"rule": {}, "name": nu|ll}`, "`null` is the same as leaving the field out."],
};

describe("what LiveKit will do with", () => {
  for (const [name, [marked, words]] of Object.entries(SAID))
    test(name, () => assert.equal(said(marked), words));

  test("what is unknown: nothing is said", () => {
    assert.equal(said(`{"trunk_ids": ["ST|_x"]}`, {}), "");
    assert.equal(said(`{"rule": {}, "room_config": {"agents": [{"agent_name": "tri|age"}]}}`, {}), "");
  });

  test("a name of an enum, also by its number", () => {
    for (const value of [`"SIP_MEDIA_ENCRYPT_ALLOW|"`, "|1"])
      assert.deepEqual(hoverIn(`{"rule": {}, "media": {"encryption": ${value}}}`)?.parts[1], {
        kind: "documentation",
        key: "livekit.SIPMediaEncryption.SIP_MEDIA_ENCRYPT_ALLOW",
        about: "SIP_MEDIA_ENCRYPT_ALLOW",
      });
  });
});

describe("Markdown", () => {
  test("of a whole hover", () => {
    const found = hoverIn(`{"rule": {}, "krisp|_enabled": true}`);
    assert.equal(
      renderHover(found?.parts ?? [], documentation),
      "**`krisp_enabled`** · true or false · also `krispEnabled`\n\n" +
        documentationFor("livekit.SIPDispatchRuleInfo.krisp_enabled", documentation),
    );
    assert.match(
      documentationFor("livekit.SIPDispatchRuleInfo.krisp_enabled", documentation),
      /\n\nDefault: false\.\n\n/,
    );
  });

  test("with an example for completion", () => {
    const text = documentationFor("livekit.SIPDispatchRuleInfo.trunk_ids", documentation, { example: true });
    assert.match(text, /```json\n\[".*"\]\n```$/);
  });

  test("of a key that is not documented, or not even a key", () => {
    assert.equal(documentationFor("livekit.Nothing", documentation), "");
    assert.equal(documentationFor("toString", documentation), "");
  });

  test("shows hostile values as code", () => {
    assert.equal(codeSpan("plain"), "`plain`");
    assert.equal(codeSpan("a`b"), "``a`b``");
    assert.equal(codeSpan("``"), "``` `` ```");
    assert.equal(codeSpan("<img src=x onerror=alert(1)>"), "`<img src=x onerror=alert(1)>`");
    assert.equal(codeSpan("[link](command:x)\n# title"), "`[link](command:x)\ufffd# title`");
    assert.equal(codeSpan("\u202egnp.exe"), "`\ufffdgnp.exe`");
    assert.equal(codeSpan(" "), '`" "`');
    assert.equal(codeSpan("x".repeat(10_000)).length, 83);
  });

  test("keeps any value inside its code span", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("`", " ", "a", "<", "\n", "\\", "]") }), (value) => {
        const span = codeSpan(value);
        const fence = /^`+/.exec(span)?.[0] ?? "";
        const inner = span.slice(fence.length, span.length - fence.length);
        assert.ok(span.endsWith(fence) && !/[\r\n]/.test(span));
        assert.ok((inner.match(/`+/g) ?? []).every((run) => run.length !== fence.length));
        assert.ok(!inner.startsWith("`") && !inner.endsWith("`"));
      }),
    );
  });

  test("every text of the documentation can be shown", () => {
    for (const key of Object.keys(documentation)) assert.notEqual(documentationFor(key, documentation), "");
  });
});

describe("whatever the text and the offset", () => {
  test("hover answers with documented keys, inside the text", () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: -0.2, max: 1.2, noNaN: true }), (text, place) => {
        const found = hover(readRuleDocument(text), Math.round(place * text.length), FACTS);
        if (!found) return;
        assert.ok(0 <= found.range.start && found.range.end <= text.length);
        assert.ok(renderHover(found.parts, documentation).startsWith("**`") || found.parts.length === 1);
      }),
      { numRuns: 2000 },
    );
  });

  test("at every offset of every prefix of the examples", () => {
    for (const text of Object.values(EXAMPLES))
      for (let end = 0; end <= text.length; end += 7) {
        const document = readRuleDocument(text.slice(0, end));
        for (let offset = 0; offset <= end; offset++) {
          for (const part of hover(document, offset, FACTS)?.parts ?? [])
            if (part.kind === "documentation") assert.ok(part.key in documentation, part.key);
        }
      }
    for (const offset of [NaN, Infinity, -1, 1e9])
      assert.equal(hover(readRuleDocument("{}"), offset), undefined);
  });
});

test("what is said of trunks names the project that it is known from", () => {
  const facts: Facts = { ...FACTS, project: "Demo" };
  const words: Readonly<Record<string, string>> = {
    [`{"trunk_ids": ["ST_|8m3KxQv7Rt2Z"]}`]:
      "The trunk `Carrier` in project `Demo`, for calls to `15550199`.",
    [`{"trunk_ids": ["ST_|4nPw9LcYb6Ha"]}`]: "An inbound trunk in project `Demo`, for calls to any number.",
    [`{"trunk_ids": ["ST|_x"]}`]:
      "None of the inbound trunks in project `Demo` has the id `ST_x`: no call comes over it.",
  };
  for (const [marked, expected] of Object.entries(words))
    assert.match(said(marked, facts), includes(expected));
  assert.match(
    said(`{"rule": {}, "numbers": ["+1|5550199"]}`, facts),
    /The trunk `Carrier` in project `Demo` has it as/,
  );
  assert.match(
    said(`{"inbound_numbers": ["1|5550199"]}`, facts),
    /It is a number of your trunk `Carrier` in project `Demo`, so calls/,
  );
});

function includes(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}
