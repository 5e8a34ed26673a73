/** A file of the wrong form: one cause, one problem, for every form and target. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../core/fixes.ts";
import type { Target } from "../../../core/rules/targets.ts";
import { problemsIn, withMarks } from "./marked.ts";

const RULE = `"rule": {"dispatchRuleDirect": {"roomName": "a"}}`;
const FORMS = {
  wrapped: `{"dispatch_rule": {${RULE}}}`,
  bare: `{${RULE}}`,
  list: `{"items": [{${RULE}}]}`,
  array: `[{${RULE}}]`,
  update: `{"sip_dispatch_rule_id": "SDR_a", "replace": {${RULE}}}`,
  none: `{"a": 1}`,
} as const;

/** Severity and code of each problem, and the text that LiveKit prints. */
function said(text: string, target: Target): string {
  return problemsIn(text, target)
    .map(({ severity, code, livekit }) => `${severity} ${code}${livekit ? `: ${livekit.text}` : ""}`)
    .join("; ");
}

describe("a file of each form", () => {
  const table: Record<Target, Record<keyof typeof FORMS, string>> = {
    auto: {
      wrapped: "",
      bare: "warning needs-wrapper",
      list: "hint is-list",
      array: "hint is-list",
      update: "",
      none: "hint not-a-dispatch-rule",
    },
    "lk-create": {
      wrapped: "",
      bare: "error needs-wrapper: missing rule",
      list: 'error is-list: proto: (line 1:2): unknown field "items"',
      array: "error is-list: proto: syntax error (line 1:1): unexpected token [",
      update: 'error is-update-request: proto: (line 1:2): unknown field "sip_dispatch_rule_id"',
      none: 'error no-rule: missing rule; error unknown-field: proto: (line 1:2): unknown field "a"',
    },
    "lk-update": {
      wrapped: 'error needs-bare-rule: proto: (line 1:2): unknown field "dispatch_rule"',
      bare: "",
      list: 'error is-list: proto: (line 1:2): unknown field "items"',
      array: "error is-list: proto: syntax error (line 1:1): unexpected token [",
      update: 'error is-update-request: proto: (line 1:35): unknown field "replace"',
      none: 'error no-rule: missing rule; error unknown-field: proto: (line 1:2): unknown field "a"',
    },
    "api-create": {
      wrapped: "",
      bare: "",
      list: "error is-list: missing rule",
      array: "error is-list: the json request could not be decoded",
      update: "error is-update-request: missing rule",
      none: "error no-rule: missing rule; warning unknown-field",
    },
    "api-update": {
      wrapped: "error needs-update-request: rule id must be set",
      bare: "error needs-update-request: rule id must be set",
      list: "error is-list: rule id must be set",
      array: "error is-list: the json request could not be decoded",
      update: "",
      none: "error update-without-action: missing or unsupported update action; error update-without-id: rule id must be set; warning unknown-field",
    },
  };
  for (const [target, row] of Object.entries(table) as [Target, Record<keyof typeof FORMS, string>][])
    for (const [form, expected] of Object.entries(row) as [keyof typeof FORMS, string][])
      it(`${form} for ${target}`, () => {
        const sorted = said(FORMS[form], target).split("; ").sort().join("; ");
        assert.equal(sorted, expected);
      });
});

describe("what is wrong besides the form", () => {
  it("is said as well, in the rule that the reader does not get to", () => {
    assert.deepEqual(
      problemsIn(`{"dispatch_rule": {${RULE}, "trunks": []}}`, "lk-update").map(({ code }) => code),
      ["needs-bare-rule", "unknown-field"],
    );
    assert.deepEqual(
      problemsIn(`{${RULE}, "metadata": {}, "routes": []}`, "api-update").map(({ code }) => code),
      ["needs-update-request", "metadata-not-a-string", "unknown-field"],
    );
  });

  it("is not hidden by an unknown field in front", () => {
    const found = problemsIn(`{"_comment": "x", "dispatch_rule": {${RULE}}}`, "lk-update");
    assert.deepEqual(
      found.map(({ code, livekit }) => [code, livekit?.isFirst]),
      [
        ["unknown-field", true],
        ["needs-bare-rule", false],
      ],
    );
  });
});

describe("a bare rule", () => {
  it("with an id is one to update: nothing to wrap", () => {
    assert.deepEqual(problemsIn(`{"sipDispatchRuleId": "SDR_a", ${RULE}}`), []);
  });

  it("loses to the API what the legacy form does not have", () => {
    const text = `{"numbers": ["+15551234"], ${RULE}}`;
    assert.deepEqual(
      problemsIn(text, "api-create").map(({ code, severity }) => [code, severity]),
      [["field-dropped-by-bare-form", "warning"]],
    );
    assert.deepEqual(
      problemsIn(text, "lk-create").map(({ code }) => code),
      ["needs-wrapper", "needs-wrapper"],
    );
  });
});

describe("a list", () => {
  it("gives each of its rules, to update and to create", () => {
    const text = `{"items": [{"sipDispatchRuleId": "SDR_a", "name": "one", ${RULE}}, {"name": "two", ${RULE}}]}`;
    const [problem] = problemsIn(text);
    assert.equal(withMarks(text, problem ? [problem] : []).startsWith(`{⟦"items"⟧`), true);
    assert.deepEqual(
      problem?.fixes.map((fix) => [fix.title, applyEdits(text, fix.edits)]),
      [
        ['Keep only "one", to update', `{"sipDispatchRuleId": "SDR_a", "name": "one", ${RULE}}`],
        ['Keep only "one", to create', `{"dispatch_rule": {"name": "one", ${RULE}}}`],
        ['Keep only "two", to update', `{"name": "two", ${RULE}}`],
        ['Keep only "two", to create', `{"dispatch_rule": {"name": "two", ${RULE}}}`],
      ],
    );
  });

  it("of no rules is a right answer", () => {
    assert.deepEqual(problemsIn(`{"items": []}`), []);
  });
});

describe("a rule listed as stored", () => {
  it("is warned of what an update would let pass", () => {
    const twice = `"trunk_ids": ["ST_abcdefghijkm", "ST_abcdefghijkm"]`;
    const severity = (text: string, target: Target): string | undefined =>
      problemsIn(text, target).find(({ code }) => code === "duplicate-trunk-or-number")?.severity;
    assert.equal(severity(`{${twice}, ${RULE}}`, "auto"), "error");
    assert.equal(severity(`{"sip_dispatch_rule_id": "SDR_a", ${twice}, ${RULE}}`, "auto"), "warning");
    assert.equal(severity(`{${twice}, ${RULE}}`, "lk-update"), "warning");
    assert.equal(
      severity(`{"sip_dispatch_rule_id": "SDR_a", "replace": {${twice}, ${RULE}}}`, "api-update"),
      "warning",
    );
    assert.equal(severity(`{"items": [{${twice}, ${RULE}}]}`, "auto"), undefined);
  });
});

describe("a rule with an id", () => {
  it("becomes a request that replaces the stored one, its lines indented", () => {
    const text = `{\n  "sipDispatchRuleId": "SDR_a",\n  "rule": {\n    "dispatchRuleDirect": {"roomName": "a"}\n  }\n}\n`;
    const [problem] = problemsIn(text, "api-update");
    const fixed = applyEdits(text, problem?.fixes[0]?.edits ?? []);
    assert.equal(
      fixed,
      `{\n  "sipDispatchRuleId": "SDR_a",\n  "replace": {\n    "sipDispatchRuleId": "SDR_a",\n    "rule": {\n      "dispatchRuleDirect": {"roomName": "a"}\n    }\n  }\n}\n`,
    );
    assert.deepEqual(problemsIn(fixed, "api-update"), []);
  });
});
