import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readRuleDocument } from "../../../core/document.ts";
import { applyEdits } from "../../../core/fixes.ts";
import { readJson } from "../../../core/json/reader.ts";
import {
  convertTo,
  extractItem,
  splitList,
  type Conversion,
  type FileForm,
} from "../../../core/rules/convert.ts";
import {
  authorMembers,
  isServers,
  manners,
  scattered,
  storedMembers,
  tokens,
  written,
  type Member,
  type Value,
} from "./convert-documents.ts";

const FORMS = ["wrapped", "bare"] as const;
const forms: fc.Arbitrary<FileForm> = fc.constantFrom(...FORMS);

/** What holds for every conversion of every text. */
function assertSound(text: string, conversion: Conversion): void {
  if (!conversion.ok) {
    assert.notEqual(conversion.reason, "");
    const { start, end } = conversion.range ?? { start: 0, end: 0 };
    assert.ok(0 <= start && start <= end && end <= text.length, `range ${start} to ${end} of ${text.length}`);
    return;
  }
  assert.equal(applyEdits(text, conversion.edits), conversion.text);
  let at = 0;
  for (const { start, end } of conversion.edits) {
    assert.ok(at <= start && start <= end && end <= text.length, "edits overlap or are out of order");
    at = end;
  }
  assert.deepEqual(readJson(conversion.text).problems, []);
}

function converted(text: string, to: FileForm): string {
  const conversion = convertTo(readRuleDocument(text), to);
  assertSound(text, conversion);
  return conversion.ok ? conversion.text : assert.fail(`${conversion.reason}\n${text}`);
}

function assertSameValue(text: string, value: Value): void {
  const tree = readJson(text);
  const wanted = readJson(scattered(value, () => ""));
  assert.deepEqual(tokens(tree, 0), tokens(wanted, 0));
}

const wrapped = (members: readonly Member[], key = `"dispatch_rule"`): Value => ({
  members: [[key, { members }]],
});
describe("a document written by one rule", () => {
  test("is wrapped in its own manner, and unwrapped again to the same bytes", () => {
    fc.assert(
      fc.property(authorMembers, manners, (members, manner) => {
        const bare = written({ members }, manner) + manner.end;
        const result = converted(bare, "wrapped");
        assert.equal(result, written(wrapped(members), manner) + manner.end);
        assert.equal(converted(result, "bare"), bare);
      }),
    );
  });

  test("loses nothing but the server's own fields, which are named", () => {
    fc.assert(
      fc.property(storedMembers, manners, forms, (members, manner, form) => {
        const value: Value = form === "bare" ? { members } : wrapped(members);
        const text = written(value, manner) + manner.end;
        const kept = members.filter((member) => !isServers(member));
        const conversion = convertTo(readRuleDocument(text), "wrapped");
        assertSound(text, conversion);
        assert.ok(conversion.ok);
        assert.equal(conversion.text, written(wrapped(kept), manner) + manner.end);
        const names = new Set(members.filter(isServers).map(([key]) => JSON.parse(key) as string));
        assert.deepEqual(new Set(conversion.removed.map(({ name }) => name)), names);
        assertSameValue(converted(text, "bare"), { members });
      }),
    );
  });

  test("gives the items of a list in the same manner", () => {
    const list = fc.array(storedMembers, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(list, manners, fc.boolean(), (rules, manner, isArray) => {
        const items = rules.map((members) => ({ members }));
        const text = written(isArray ? items : { members: [[`"items"`, items]] }, manner);
        const end = /[\r\n]/.test(manner.end) ? manner.lineBreak : "";
        const document = readRuleDocument(text + end);
        for (const [index, { conversion }] of splitList(document, "bare").entries()) {
          assert.ok(conversion.ok);
          assert.equal(conversion.text, written(items[index]!, manner) + end);
        }
        for (const [index, members] of rules.entries()) {
          const conversion = extractItem(document, index, "wrapped");
          assertSound(text + end, conversion);
          assert.ok(conversion.ok);
          const kept = members.filter((member) => !isServers(member));
          assert.equal(conversion.text, written(wrapped(kept), manner) + end);
        }
      }),
    );
  });
});

describe("a document with white space anywhere", () => {
  const blanks = fc.array(fc.constantFrom("", "", " ", "  ", "\t", "\n", "\r\n", "\r"), {
    minLength: 1,
    maxLength: 40,
  });
  const scatter = (value: Value, pieces: readonly string[]): string => {
    let next = 0;
    return scattered(value, () => pieces[next++ % pieces.length]!);
  };

  test("keeps its value, every token as it is written", () => {
    fc.assert(
      fc.property(authorMembers, blanks, (members, pieces) => {
        const bare = scatter({ members }, pieces);
        const result = converted(bare, "wrapped");
        assertSameValue(result, wrapped(members));
        assertSameValue(converted(result, "bare"), { members });
        assertSameValue(converted(scatter(wrapped(members), pieces), "bare"), { members });
        assert.deepEqual(JSON.parse(converted(result, "bare")), JSON.parse(bare));
      }),
    );
  });

  test("is made out of an update request", () => {
    fc.assert(
      fc.property(storedMembers, blanks, fc.boolean(), (members, pieces, isFirst) => {
        const inner = members.filter(([key]) => !/id"$/i.test(key));
        const id: Member = [`"sip_dispatch_rule_id"`, `"SDR_\\u0031"`];
        const request: Member[] = [[`"replace"`, { members: inner }]];
        const text = scatter({ members: isFirst ? [id, ...request] : [...request, id] }, pieces);
        assertSameValue(converted(text, "bare"), { members: [id, ...inner] });
        const kept = inner.filter((member) => !isServers(member));
        assertSameValue(converted(text, "wrapped"), wrapped(kept));
      }),
    );
  });

  test("has afterwards only the line ends that it had", () => {
    fc.assert(
      fc.property(
        storedMembers,
        blanks,
        fc.constantFrom("\n", "\r\n", "\r"),
        forms,
        (members, pieces, lineBreak, to) => {
          const ofOneKind = pieces.map((piece) => piece.replace(/\r\n|\r|\n/, lineBreak));
          const text = scatter(to === "bare" ? wrapped(members) : { members }, ofOneKind);
          const rest = converted(text, to).replaceAll(lineBreak, "");
          assert.doesNotMatch(rest, /[\r\n]/);
        },
      ),
    );
  });
});

describe("any text", () => {
  const fixtures = [
    `{\r\n\t"dispatch_rule": {\r\n\t\t"rule": {"dispatchRuleDirect": {"roomName": "a\\u00e9", "pin": "1"}}\r\n\t}\r\n}\r\n`,
    `{"rule": {"dispatchRuleCallee": {}}, "trunkIds": ["ST_1"], "sipDispatchRuleId": "SDR_1"}`,
    `{\n  "items": [\n    {"sipDispatchRuleId": "SDR_1", "name": "CON", "rule": {}},\n    {\n      "rule": {}\n    }\n  ]\n}\n`,
    `{"sip_dispatch_rule_id": "SDR_1", "replace": {\n "rule": {}\n}}`,
    `{"sip_dispatch_rule_id": "SDR_1", "update": {"trunk_ids": {"set": ["ST_1"]}}}`,
    `\ufeff{"dispatch_rule": {"rule": {}}, "name": "a"}`,
  ] as const;

  function convertEverything(text: string): void {
    const document = readRuleDocument(text);
    for (const to of FORMS) {
      assertSound(text, convertTo(document, to));
      for (const { conversion } of splitList(document, to)) assertSound(text, conversion);
      for (const index of [-1, 0, 1, 0.5, NaN]) assertSound(text, extractItem(document, index, to));
    }
  }

  test("is converted or refused with a reason: every start of every fixture", () => {
    for (const fixture of fixtures)
      for (let end = 0; end <= fixture.length; end++) convertEverything(fixture.slice(0, end));
  });

  test("fixtures with changes", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        `"`,
        "\\",
        "/",
        " ",
        "\n",
        "\r",
        "\t",
        "\ufeff",
        "\u0000",
        "\ud800",
        "5",
        "-",
      ),
      fc.constantFrom("null", "//", `"rule"`, `"replace": {},`, `"dispatchRule"`, `"items": [],`, "{}", "1e"),
    );
    const change = fc.record({ at: fc.nat(), removed: fc.nat({ max: 8 }), piece });
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (fixture, changes) => {
          let text: string = fixture;
          for (const { at, removed, piece: added } of changes) {
            const offset = at % (text.length + 1);
            text = text.slice(0, offset) + added + text.slice(offset + removed);
          }
          convertEverything(text);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("texts of no sense", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), convertEverything));
    fc.assert(fc.property(fc.json(), convertEverything));
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, hasRawBytes) => {
        assertSound(text, convertTo(readRuleDocument(text, "auto", hasRawBytes), "wrapped"));
      }),
    );
  });

  test("large ones are converted at once", () => {
    const deep = `{"trunk_ids": ${"[\n".repeat(100_000)}${"]".repeat(100_000)}}`;
    const wrappedDeep = convertTo(readRuleDocument(deep), "wrapped");
    assert.equal(wrappedDeep.ok && wrappedDeep.text, `{"dispatch_rule": ${deep}}`);
    const lines = `{\n  "rule": {},\n${`  "created_at": null,\n  "name": "a",\n`.repeat(50_000)}  "numbers": []\n}\n`;
    const conversion = convertTo(readRuleDocument(lines), "wrapped");
    assert.ok(conversion.ok && !conversion.text.includes("created_at"));
  });
});
