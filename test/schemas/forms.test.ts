import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readCases } from "./conformance-cases.ts";
import { anyForm, FORMS, forms, type Form } from "./validators.ts";

const RULE = { dispatchRuleIndividual: { roomPrefix: "call" } };
const ID = "SDR_8hXkQm2vTz4a";

const accepted: Readonly<Record<Form, readonly unknown[]>> = {
  wrapped: [
    { dispatch_rule: { rule: RULE } },
    { dispatchRule: { rule: RULE, sip_dispatch_rule_id: "" } },
    { dispatch_rule: { rule: {} }, name: "ignored beside the wrapper" },
    { dispatch_rule: { rule: RULE, media: null } },
  ],
  bare: [
    // What LiveKit's documentation shows: direct, PIN, individual, callee, metadata, attributes.
    {
      trunk_ids: [],
      hide_phone_number: false,
      rule: { dispatchRuleDirect: { roomName: "open-room", pin: "" } },
    },
    {
      trunk_ids: [],
      hide_phone_number: false,
      rule: { dispatchRuleDirect: { roomName: "safe-room", pin: "12345" } },
    },
    {
      trunk_ids: [],
      hide_phone_number: false,
      rule: { dispatchRuleIndividual: { roomPrefix: "call-", pin: "" } },
    },
    {
      trunk_ids: [],
      hide_phone_number: false,
      rule: { dispatchRuleCallee: { roomPrefix: "number-", randomize: false, pin: "" } },
    },
    { trunk_ids: [], metadata: '{"is_internal": true}', rule: RULE },
    { trunk_ids: [], attributes: { "<key_name1>": "<value1>", "<key_name2>": "<value2>" }, rule: RULE },
    { rule: { dispatch_rule_direct: null, dispatchRuleCallee: {} } },
    { rule: RULE, media: { mediaTimeout: "1.5s", encryption: 1, codecs: [{ name: "PCMU", rate: "8000" }] } },
  ],
  list: [{ items: [] }, { items: [{ sipDispatchRuleId: ID, rule: RULE, trunkIds: [] }] }, { items: null }],
  update: [
    { sip_dispatch_rule_id: ID, replace: { rule: RULE } },
    { sipDispatchRuleId: ID, update: { trunk_ids: { set: ["ST_8hXkQm2vTz4a"] }, name: "" } },
    { sip_dispatch_rule_id: ID, update: { trunkIds: { add: ["a"], remove: ["b"] } } },
    { sip_dispatch_rule_id: ID, update: { trunkIds: { clear: true, set: [] } } },
    { sip_dispatch_rule_id: ID, update: { trunkIds: null }, replace: null },
  ],
};

const refused: Readonly<Record<Form, readonly unknown[]>> = {
  wrapped: [
    null,
    [],
    {},
    { dispatch_rule: null },
    { dispatch_rule: {} },
    { dispatch_rule: { rule: null } },
    { dispatch_rule: { rule: RULE, sip_dispatch_rule_id: ID } },
    { dispatch_rule: { rule: RULE }, dispatchRule: { rule: RULE } },
    { dispatch_rule: { rule: RULE, trunks: [] } },
    { dispatch_rule: { rule: RULE }, $schema: "https://example.com" },
  ],
  bare: [
    {},
    { rule: null },
    { rule: RULE, trunk_ids: [], trunkIds: [] },
    { rule: RULE, trunk_ids: [null] },
    { rule: RULE, attributes: { a: null } },
    { rule: RULE, metadata: {} },
    { rule: { dispatchRuleDirect: { pin: 1234 } } },
    { rule: { dispatchRuleDirect: {}, dispatch_rule_callee: {} } },
    { rule: RULE, media: { encryption: "ALLOW" } },
    { rule: RULE, media: { mediaTimeout: "01s" } },
    { rule: RULE, created_at: "2026-02-30T00:00:00Z" },
    { rule: RULE, roomConfig: { agents: [null] } },
    { rule: RULE, roomConfig: { emptyTimeout: -1 } },
  ],
  list: [{}, { items: [null] }, { items: [{ rule: RULE, id: ID }] }],
  update: [
    { replace: { rule: RULE } },
    { sip_dispatch_rule_id: "", replace: { rule: RULE } },
    { sip_dispatch_rule_id: ID },
    { sip_dispatch_rule_id: ID, replace: null },
    { sip_dispatch_rule_id: ID, replace: {} },
    { sip_dispatch_rule_id: ID, replace: { rule: RULE }, update: {} },
    { sip_dispatch_rule_id: ID, update: { numbers: [] } },
    { sip_dispatch_rule_id: ID, update: { trunk_ids: ["ST_8hXkQm2vTz4a"] } },
    { sip_dispatch_rule_id: ID, update: { trunk_ids: { set: [] } } },
    { sip_dispatch_rule_id: ID, update: { trunk_ids: { clear: true, add: ["a"] } } },
    { sip_dispatch_rule_id: ID, update: { trunk_ids: { add: [""] } } },
  ],
};

for (const form of FORMS) {
  describe(form, () => {
    for (const document of accepted[form]) {
      test(`takes ${JSON.stringify(document)}`, () => {
        assert.ok(forms[form](document), JSON.stringify(forms[form].errors));
        assert.ok(anyForm(document), JSON.stringify(anyForm.errors));
      });
    }
    for (const document of refused[form]) {
      test(`refuses ${JSON.stringify(document)}`, () => assert.ok(!forms[form](document)));
    }
  });
}

/** As the schema for all forms tells them apart. */
function formOf(document: object): Form {
  if ("dispatch_rule" in document || "dispatchRule" in document) return "wrapped";
  if ("replace" in document || "update" in document) return "update";
  return "items" in document ? "list" : "bare";
}

test("the schema for all forms says of every document what the schema of its form says", (context) => {
  const documents = readCases().flatMap(({ text = "" }) => readObject(text) ?? []);
  const different = documents.filter((document) => anyForm(document) !== forms[formOf(document)](document));
  context.diagnostic(`compared ${documents.length} documents`);
  assert.deepEqual(different, []);
});

function readObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
