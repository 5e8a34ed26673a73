import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkDocument } from "../../core/check-document.ts";
import type { Check, Report } from "../../core/check.ts";
import { checks } from "../../core/checks/index.generated.ts";
import { readRuleDocument, type RuleDocument } from "../../core/document.ts";
import { Kind, type Node } from "../../core/json/tree.ts";
import { fieldOf } from "../../core/protocol/fields.ts";
import { fieldNamed, type Field } from "../../core/protocol/schema.ts";

/** The checks' own examples: between them they have every field that a check looks at. */
const DOCUMENTS: readonly unknown[] = checks.flatMap(({ examples }) =>
  examples.flatMap((example): unknown[] => {
    const text = ("bad" in example ? example.bad : example.good).replace(/[⟦⟧]/g, "");
    try {
      return text.length < 5000 ? [JSON.parse(text)] : [];
    } catch {
      return [];
    }
  }),
);

const LONG = "CA_4nPw9LcYb6Ha-and-more-than-sixteen-digits".repeat(8);
const VALUES: readonly unknown[] = [
  ...["", "a", "x y", "+15550100", "12345", "é", "‑", "\n", "${ROOM}", "{", "[1]", "CA_4nPw9LcYb6Ha", LONG],
  ...[true, false, null, 0, 70000, [], {}, [""], ["<id>"], ["é"], { a: null }, { a: 1, b: "é" }],
  ...[{ agentName: "a" }, { "sip.callID": "a" }, { é: "a" }, { dispatchRuleDirect: null }],
];

/** A copy in which the value that is reached `nth` is another one, or has another one beside it. */
function changed(document: unknown, nth: number, value: unknown): unknown {
  let count = 0;
  return JSON.parse(JSON.stringify(document), (key, old: unknown) => {
    if (key !== "" && count++ === nth) return value;
    return old;
  });
}

function isField(path: string, field: Field): boolean {
  return [path, path.replace(/^SIPDispatchRuleInfo\./, "CreateSIPDispatchRuleRequest.")].some(
    (each) => each === `${field.message.name.replace(/^livekit\./, "")}.${field.name}`,
  );
}

/** What a check says about all the values of its fields, each looked at. */
function saidBy(check: Check, document: RuleDocument): string[] {
  const { tree } = document;
  const said: string[] = [];
  const report: Report = (place, finding) => {
    const { message, range } = typeof finding === "string" ? { message: finding } : finding;
    const { start, end } =
      range ?? (typeof place === "number" ? { start: tree.start(place), end: tree.end(place) } : place);
    said.push(`${check.code} ${start} ${end} ${message}`);
  };
  for (let key: Node = 0; key < tree.size; key++) {
    const field = tree.kind(key) === Kind.Key ? fieldOf(tree, key) : undefined;
    if (!field || tree.kind(key + 1) === Kind.Null) continue;
    if (check.fields?.some((path) => isField(path, field)))
      check.checkField?.({ field, key, value: key + 1 }, report, document);
  }
  return said;
}

test("no value is left out that a check of its field would say something about", () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.nat({ max: DOCUMENTS.length - 1 }),
      fc.nat({ max: 12 }),
      fc.constantFrom(...VALUES),
      fc.boolean(),
      (index, nth, value, isEscaped) => {
        const json = JSON.stringify(changed(DOCUMENTS[index], nth, value));
        const document = readRuleDocument(isEscaped ? json.replace("a", "\\u0061") : json);
        const shown = checkDocument(document).map(
          ({ code, start, end, message }) => `${code} ${start} ${end} ${message}`,
        );
        for (const check of checks)
          for (const said of saidBy(check, document)) {
            found++;
            assert.ok(shown.includes(said), `${json}: ${said}`);
          }
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(found > 500, String(found));
});

test("the checks' fields are fields", () => {
  for (const { fields } of checks) for (const path of fields ?? []) assert.ok(fieldNamed(path).id > 0, path);
});
