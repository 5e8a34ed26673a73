import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readRuleDocument } from "../../../core/document.ts";
import type { Form } from "../../../core/rules/forms.ts";
import type { Target } from "../../../core/rules/targets.ts";
import { EXAMPLES } from "../../support/documents.ts";

function form(text: string): string {
  const { form, rules } = readRuleDocument(text);
  return `${form} ${rules.length}`;
}

describe("the form of a document is told by its content", () => {
  test("of whole documents", () => {
    assert.equal(form(EXAMPLES.direct), "bare 1");
    assert.equal(form(EXAMPLES.wrapped), "wrapped 1");
    assert.equal(form(EXAMPLES.list), "list 1");
    assert.equal(form(EXAMPLES.update), "update 0");
    assert.equal(form(EXAMPLES.replace), "update 1");
    assert.equal(form(`{"items": []}`), "list 0");
    assert.equal(form(`[{"rule": {}}, {"rule": {}}]`), "list 2");
  });

  test("of what is being typed", () => {
    assert.equal(form(`{"rule": `), "bare 1");
    assert.equal(form(`{"dispatchRule": {"na`), "wrapped 1");
    assert.equal(form(`{"dispatch_rule": null, "trunk_ids": []}`), "bare 1");
  });

  test("of names in single quotes or without any", () => {
    assert.equal(
      form(`{'dispatch_rule': {'rule': {'dispatchRuleDirect': {'roomName': 'lobby'}}}}`),
      "wrapped 1",
    );
    assert.equal(form(`{'trunk_ids': []}`), "bare 1");
    assert.equal(form(`{'items': [{'rule': {}}]}`), "list 1");
    assert.equal(form(`{dispatch_rule: {rule: {}}}`), "wrapped 1");
    assert.equal(form(`{'trunk_ids: []}`), "none 0");
  });

  test("other people's documents are left alone", () => {
    for (const text of [
      `{'rule': 'first come', 'name': 'queue'}`,
      `{"rules": [{"from": "Hamburg", "to": "Oslo"}], "name": "freight"}`,
      `{"rule": "first come", "name": "queue"}`,
      `{"items": [{"sku": 1}]}`,
      `{"update": {"name": "x"}}`,
      `[1, 2]`,
      `"rule"`,
      ``,
      `{}`,
    ])
      assert.equal(form(text), "none 0", text);
  });
});

describe("who refuses what", () => {
  const rows: [Form, keyof typeof EXAMPLES, Record<Exclude<Target, "auto">, string>][] = [
    [
      "wrapped",
      "wrapped",
      {
        "lk-create": "accepts",
        "lk-update": `proto: (line 2:3): unknown field "dispatch_rule"`,
        "api-create": "accepts",
        "api-update": "rule id must be set",
      },
    ],
    [
      "bare",
      "direct",
      {
        "lk-create": "missing rule",
        "lk-update": "accepts",
        "api-create": "accepts",
        "api-update": "rule id must be set",
      },
    ],
    [
      "list",
      "list",
      {
        "lk-create": `proto: (line 1:2): unknown field "items"`,
        "lk-update": `proto: (line 1:2): unknown field "items"`,
        "api-create": "missing rule",
        "api-update": "rule id must be set",
      },
    ],
    [
      "update",
      "replace",
      {
        "lk-create": `proto: (line 1:2): unknown field "sip_dispatch_rule_id"`,
        "lk-update": `proto: (line 1:46): unknown field "replace"`,
        "api-create": "missing rule",
        "api-update": "accepts",
      },
    ],
  ];
  for (const [name, example, answers] of rows)
    test(name, () => {
      for (const [target, answer] of Object.entries(answers)) {
        const document = readRuleDocument(EXAMPLES[example], target as Target);
        assert.equal(document.form, name);
        assert.equal(document.verdict?.error ?? "accepts", answer, target);
      }
    });
});
