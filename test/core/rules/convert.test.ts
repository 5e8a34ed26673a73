import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readRuleDocument } from "../../../core/document.ts";
import { applyEdits } from "../../../core/fixes.ts";
import { convertTo, type FileForm } from "../../../core/rules/convert.ts";

/** The text after the conversion, which its edits make as well; with the names of what it does not have. */
function convert(text: string, to: FileForm): { text: string; removed: string[] } {
  const conversion = convertTo(readRuleDocument(text), to);
  if (!conversion.ok) assert.fail(conversion.reason);
  assert.equal(applyEdits(text, conversion.edits), conversion.text);
  return { text: conversion.text, removed: conversion.removed.map(({ name }) => name) };
}

/** Why a text is refused; `⟦` and `⟧` in it mark the place that is named. */
function refused(marked: string, to: FileForm): string {
  const text = marked.replace(/[⟦⟧]/g, "");
  const conversion = convertTo(readRuleDocument(text), to);
  if (conversion.ok) assert.fail(`not refused: ${conversion.text}`);
  const { range } = conversion;
  const found = range
    ? `${text.slice(0, range.start)}⟦${text.slice(range.start, range.end)}⟧${text.slice(range.end)}`
    : text;
  assert.equal(found, marked);
  return conversion.reason;
}

const pairs: Readonly<Record<string, readonly [bare: string, wrapped: string]>> = {
  "two spaces and a final newline": [
    `{
  "rule": {
    "dispatchRuleIndividual": {
      "roomPrefix": "call-"
    }
  },
  "trunk_ids": ["ST_QR4N2pMDK9rP"]
}
`,
    `{
  "dispatch_rule": {
    "rule": {
      "dispatchRuleIndividual": {
        "roomPrefix": "call-"
      }
    },
    "trunk_ids": ["ST_QR4N2pMDK9rP"]
  }
}
`,
  ],
  "four spaces, no final newline, an empty line, a bracket that hugs": [
    `{
    "rule": { "dispatchRuleDirect": { "roomName": "open-room", "pin": "12345" } },

    "roomConfig": {
        "agents": [{
            "agentName": "restaurant_agent"
        }]
    }
}`,
    `{
    "dispatch_rule": {
        "rule": { "dispatchRuleDirect": { "roomName": "open-room", "pin": "12345" } },

        "roomConfig": {
            "agents": [{
                "agentName": "restaurant_agent"
            }]
        }
    }
}`,
  ],
  "a closing brace that is not where it belongs": [
    `{
    "rule": {
      "dispatchRuleCallee": {}
    }
  }`,
    `{
    "dispatch_rule": {
        "rule": {
          "dispatchRuleCallee": {}
        }
      }
}`,
  ],
  "tabs and CRLF": [
    `{\r\n\t"rule": {\r\n\t\t"dispatchRuleCallee": {}\r\n\t}\r\n}\r\n`,
    `{\r\n\t"dispatch_rule": {\r\n\t\t"rule": {\r\n\t\t\t"dispatchRuleCallee": {}\r\n\t\t}\r\n\t}\r\n}\r\n`,
  ],
  "CR alone": [`{\r "rule": {}\r}`, `{\r "dispatch_rule": {\r  "rule": {}\r }\r}`],
  "line ends of both kinds": [
    `{\r\n  "rule": {}\n}\r\n`,
    `{\r\n  "dispatch_rule": {\r\n    "rule": {}\n  }\n}\r\n`,
  ],
  "no indentation": [`{\n"rule": {}\n}`, `{\n"dispatch_rule": {\n"rule": {}\n}\n}`],
  "indented as a whole": [
    `  {\n    "rule": {}\n  }\n`,
    `  {\n    "dispatch_rule": {\n      "rule": {}\n    }\n  }\n`,
  ],
  "one line": [
    `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}\n`,
    `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}\n`,
  ],
  "one line without a space": [
    `{"rule":{},"trunkIds":[],"name":"\\u00e9\\/"}`,
    `{"dispatch_rule":{"rule":{},"trunkIds":[],"name":"\\u00e9\\/"}}`,
  ],
  "one line with spaces in the braces": [`{ "rule": {} }`, `{ "dispatch_rule": { "rule": {} } }`],
  "a line that begins in the brace's": [
    `{"rule": {\n  "dispatchRuleCallee": {}\n}}`,
    `{"dispatch_rule": {"rule": {\n  "dispatchRuleCallee": {}\n}}}`,
  ],
  "both spellings": [
    `{"rule": {}, "trunk_ids": [], "roomConfig": {}}`,
    `{"dispatch_rule": {"rule": {}, "trunk_ids": [], "roomConfig": {}}}`,
  ],
  "fields that only a wrapped rule has, unknown ones, and duplicates": [
    `{"rule": {}, "rule": {}, "numbers": ["+1"], "media": {}, "krisp_enabled": true, "colour": 1e400}`,
    `{"dispatch_rule": {"rule": {}, "rule": {}, "numbers": ["+1"], "media": {}, "krisp_enabled": true, "colour": 1e400}}`,
  ],
};

describe("bare and wrapped", () => {
  for (const [name, [bare, wrapped]] of Object.entries(pairs)) {
    test(`wrap: ${name}`, () => assert.deepEqual(convert(bare, "wrapped"), { text: wrapped, removed: [] }));
    test(`unwrap: ${name}`, () => assert.deepEqual(convert(wrapped, "bare"), { text: bare, removed: [] }));
    test(`stay: ${name}`, () => {
      for (const [text, form] of [
        [bare, "bare"],
        [wrapped, "wrapped"],
      ] as const) {
        const conversion = convertTo(readRuleDocument(text), form);
        assert.deepEqual(conversion, { ok: true, text, edits: [], removed: [] });
      }
    });
  }

  test("a wrapper in another manner is taken off as well", () => {
    assert.equal(
      convert(`{ "dispatch_rule": {\n    "rule": {}\n  }\n}\n`, "bare").text,
      `{\n  "rule": {}\n}\n`,
    );
    assert.equal(
      convert(`{\n  "dispatch_rule":\n  {\n    "rule": {}\n  }\n}`, "bare").text,
      `{\n  "rule": {}\n}`,
    );
    assert.equal(convert(`{\n  "dispatch_rule": {"rule": {}}\n}`, "bare").text, `{"rule": {}}`);
    assert.equal(convert(`{"dispatch_rule": {\n  "rule": {}\n}}`, "bare").text, `{\n  "rule": {}\n}`);
    assert.equal(convert(`{"dispatch\\u005frule": {"rule": {}}}`, "bare").text, `{"rule": {}}`);
  });

  test("lines that are indented less than they should be lose what they have", () => {
    assert.equal(
      convert(`{\n    "dispatch_rule": {\n  "rule": {},\n\t"name": ""\n    }\n}`, "bare").text,
      `{\n"rule": {},\n\t"name": ""\n}`,
    );
  });

  test("a byte order mark goes: LiveKit refuses it", () => {
    assert.equal(
      convert(`\ufeff{\n  "rule": {}\n}`, "wrapped").text,
      `{\n  "dispatch_rule": {\n    "rule": {}\n  }\n}`,
    );
    assert.equal(
      convert(`\ufeff{"dispatch_rule": {"rule": {}}}`, "wrapped").text,
      `{"dispatch_rule": {"rule": {}}}`,
    );
  });

  test("edits touch only the starts of lines and what is around the rule", () => {
    const conversion = convertTo(
      readRuleDocument(`{\n  "rule": {\n    "dispatchRuleCallee": {}\n  }\n}\n`),
      "wrapped",
    );
    assert.deepEqual(conversion.ok && conversion.edits, [
      { start: 0, end: 0, newText: `{\n  "dispatch_rule": ` },
      { start: 2, end: 2, newText: "  " },
      { start: 14, end: 14, newText: "  " },
      { start: 43, end: 43, newText: "  " },
      { start: 47, end: 47, newText: "  " },
      { start: 48, end: 48, newText: "\n}" },
    ]);
  });
});

describe("the server's own fields", () => {
  test("are left out of a create request and named", () => {
    const text = `{
  "sipDispatchRuleId": "SDR_Vh6vTqQ3YzKp",
  "rule": {"dispatchRuleCallee": {}},
  "created_at": "2025-01-01T00:00:00Z",
  "name": "front desk",
  "updatedAt": null
}
`;
    assert.deepEqual(convert(text, "wrapped"), {
      text: `{
  "dispatch_rule": {
    "rule": {"dispatchRuleCallee": {}},
    "name": "front desk"
  }
}
`,
      removed: ["sipDispatchRuleId", "created_at", "updatedAt"],
    });
  });

  test("also of one that is wrapped already", () => {
    assert.deepEqual(convert(`{"dispatch_rule": {"sip_dispatch_rule_id": "", "rule": {}}}`, "wrapped"), {
      text: `{"dispatch_rule": {"rule": {}}}`,
      removed: ["sip_dispatch_rule_id"],
    });
    assert.deepEqual(
      convert(`{"dispatch_rule": {"rule": {}, "created_at": null, "updated_at": null}, "x": 1}`, "wrapped"),
      {
        text: `{"dispatch_rule": {"rule": {}}, "x": 1}`,
        removed: ["created_at", "updated_at"],
      },
    );
  });

  test("with nothing beside them they leave an empty rule", () => {
    assert.equal(
      convert(`{\n  "sip_dispatch_rule_id": "SDR_1"\n}`, "wrapped").text,
      `{\n  "dispatch_rule": {}\n}`,
    );
    assert.equal(
      convert(`{\n"sip_dispatch_rule_id": "",\n"rule": {}\n}`, "wrapped").text,
      `{\n"dispatch_rule": {\n"rule": {}\n}\n}`,
    );
  });

  test("stay in a bare rule", () => {
    const wrapped = `{"dispatch_rule": {"sip_dispatch_rule_id": "SDR_1", "rule": {}, "created_at": null}}`;
    assert.deepEqual(convert(wrapped, "bare"), {
      text: `{"sip_dispatch_rule_id": "SDR_1", "rule": {}, "created_at": null}`,
      removed: [],
    });
  });

  test("of other messages with such a name are the author's", () => {
    const text = `{"rule": {}, "attributes": {"created_at": "x"}}`;
    assert.deepEqual(convert(text, "wrapped").removed, []);
  });
});

describe("an update request", () => {
  const request = `{
  "sip_dispatch_rule_id": "SDR_1",
  "replace": {
    "rule": {"dispatchRuleCallee": {}},
    "name": "front desk"
  }
}
`;

  test("becomes the rule that it stores, which takes the id along", () => {
    assert.deepEqual(convert(request, "bare"), {
      text: `{
  "sip_dispatch_rule_id": "SDR_1",
  "rule": {"dispatchRuleCallee": {}},
  "name": "front desk"
}
`,
      removed: [],
    });
    const inLine = `{"replace": {"rule":{}, "name":""}, "sipDispatchRuleId": "SDR_\\u0031"}`;
    assert.equal(convert(inLine, "bare").text, `{"sipDispatchRuleId":"SDR_\\u0031", "rule":{}, "name":""}`);
    assert.equal(
      convert(`{"replace":{},"sipDispatchRuleId":"SDR_1"}`, "bare").text,
      `{"sipDispatchRuleId": "SDR_1"}`,
    );
  });

  test("becomes a create request without the id", () => {
    assert.deepEqual(convert(request, "wrapped"), {
      text: `{
  "dispatch_rule": {
    "rule": {"dispatchRuleCallee": {}},
    "name": "front desk"
  }
}
`,
      removed: ["sip_dispatch_rule_id"],
    });
  });

  test("may name its rule twice, but not two rules", () => {
    const twice = (inner: string): string =>
      `{"sip_dispatch_rule_id": "SDR_1", "replace": {"name": "a", "sip_dispatch_rule_id": ${inner}}}`;
    for (const inner of [`"SDR_1"`, `""`, "null"])
      assert.equal(convert(twice(inner), "bare").text, `{"name": "a", "sip_dispatch_rule_id": "SDR_1"}`);
    assert.deepEqual(convert(twice(`"SDR_2"`), "wrapped").removed, ["sip_dispatch_rule_id"]);
    assert.match(
      refused(twice(`"SDR_2"`).replace(`"sip_dispatch_rule_id": "SDR_1"`, "⟦$&⟧"), "bare"),
      /name different rules/,
    );
  });

  test("that only patches, or holds more than a rule, is refused", () => {
    assert.match(
      refused(`{"sip_dispatch_rule_id": "SDR_1", ⟦"update": {"name": "a"}⟧}`, "bare"),
      /^`update` changes some fields/,
    );
    assert.match(refused(`{"replace": {"rule": {}}, ⟦"update": {}⟧}`, "wrapped"), /^`update` changes/);
    assert.match(
      refused(`{"replace": {"rule": {}}, ⟦"note": 1⟧}`, "wrapped"),
      /^`note` stands beside the rule/,
    );
    assert.match(refused(`{"sip_dispatch_rule_id": "SDR_1", ⟦"replace": "x"⟧}`, "bare"), /holds no rule/);
  });
});

describe("refused", () => {
  test("what stands beside the wrapper", () => {
    assert.equal(
      refused(`{"dispatch_rule": {"rule": {}}, ⟦"trunk_ids": ["ST_1"]⟧, "name": "a"}`, "bare"),
      "`trunk_ids` and `name` stand beside `dispatch_rule`, where LiveKit ignores them. " +
        "Move them into the rule or remove them first.",
    );
    assert.match(
      refused(`{"dispatch_rule": {"rule": {}}, ⟦"dispatchRule": {}⟧}`, "bare"),
      /^`dispatchRule` stands/,
    );
  });

  test("a name that cannot be shown is shown in part", () => {
    const reason = refused(`{"dispatch_rule": {}, ⟦"\u202e${"x".repeat(100)}": 1⟧}`, "bare");
    assert.match(reason, /^`\ufffdx{39}…` stands/);
  });

  test("a wrapper without a rule", () => {
    assert.match(refused(`{⟦"dispatch_rule": "rule"⟧}`, "bare"), /holds no rule/);
    assert.match(refused(`{⟦"dispatch_rule": null⟧}`, "wrapped"), /holds no rule/);
  });

  test("a wrapper around what would not be taken for a rule", () => {
    assert.match(
      refused(`{"dispatch_rule": ⟦{"dispatch_rule": {"rule": {}}}⟧}`, "bare"),
      /looks like a create request/,
    );
    assert.match(refused(`{"dispatch_rule": ⟦{"items": []}⟧}`, "bare"), /looks like a list/);
  });

  test("a list, and what is no dispatch rule", () => {
    for (const to of ["bare", "wrapped"] as const) {
      assert.match(refused(`{"items": [{"rule": {}}]}`, to), /list/);
      assert.match(refused(`{"from": "Hamburg"}`, to), /nothing of a dispatch rule/);
      assert.match(refused(`[]`, to), /nothing of a dispatch rule/);
    }
  });

  test("what is no JSON, with its first place", () => {
    assert.equal(
      refused(`{\r\n  "rule": {},\r\n  ⟦// mine⟧\n  "name": "a"\r\n}`, "wrapped"),
      "Line 3, column 3 is no JSON (comment): mend that first, then convert.",
    );
    assert.match(refused(`{"rule": {}⟦,⟧}`, "bare"), /^Line 1, column 12 is no JSON \(trailing comma\)/);
    assert.match(refused(`⟦⟧`, "wrapped"), /^Line 1, column 1 is no JSON \(empty\)/);
    assert.match(refused(`⟦\ufeff⟧\ufeff{"rule": {}}`, "wrapped"), /byte order mark/);
  });

  test("but not what is only wrong for LiveKit", () => {
    assert.equal(
      convert(`{"rule": 5, "trunk_ids": "x"}`, "wrapped").text,
      `{"dispatch_rule": {"rule": 5, "trunk_ids": "x"}}`,
    );
  });
});
