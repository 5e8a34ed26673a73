/** Where misplaced fields go: the document as it was, and after the first fix of its first misplaced field. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../core/fixes.ts";
import type { Target } from "../../../core/rules/targets.ts";
import { problemsOf } from "./marked.ts";

function moved(text: string, target: Target = "auto"): string {
  const [fix] = problemsOf("misplaced-field", text, target)[0]?.fixes ?? [];
  return fix ? applyEdits(text, fix.edits) : "no fix";
}

function titles(text: string, target: Target = "auto"): string[] {
  return problemsOf("misplaced-field", text, target).flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

describe("a misplaced field", () => {
  it("goes up from `rule` to the rule itself, on a line of its own as its neighbours", () => {
    assert.equal(
      moved(`{
  "dispatch_rule": {
    "rule": {
      "trunk_ids": [
        "ST_8hXkQm2vTz4a"
      ],
      "dispatchRuleDirect": {
        "roomName": "open-room"
      }
    }
  }
}`),
      `{
  "dispatch_rule": {
    "rule": {
      "dispatchRuleDirect": {
        "roomName": "open-room"
      }
    },
    "trunk_ids": [
      "ST_8hXkQm2vTz4a"
    ]
  }
}`,
    );
  });

  it("keeps line ends and tabs", () => {
    assert.equal(
      moved(`{\r\n\t"rule": {\r\n\t\t"dispatchRuleDirect": {},\r\n\t\t"name": "a"\r\n\t}\r\n}`),
      `{\r\n\t"rule": {\r\n\t\t"dispatchRuleDirect": {}\r\n\t},\r\n\t"name": "a"\r\n}`,
    );
  });

  it("goes up out of the kind", () => {
    assert.equal(
      moved(`{"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-", "room_config": {}}}}`),
      `{"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}, "room_config": {}}`,
    );
  });

  it("goes down into the kind that the rule has", () => {
    assert.equal(
      moved(`{"roomPrefix": "call-", "rule": {"dispatchRuleIndividual": {}}}`),
      `{"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
    );
    assert.equal(
      moved(`{"rule": {"dispatchRuleDirect": {"roomName": "a"}, "pin": "1"}}`),
      `{"rule": {"dispatchRuleDirect": {"roomName": "a", "pin": "1"}}}`,
    );
  });

  it("brings the kind that it tells, where there is none", () => {
    assert.equal(
      moved(`{"trunk_ids": [], "rule": {"room_name": "open-room"}}`),
      `{"trunk_ids": [], "rule": {"dispatch_rule_direct": {"room_name": "open-room"}}}`,
    );
    assert.equal(
      moved(`{"trunkIds": [], "roomPrefix": "call-"}`),
      `{"trunkIds": [], "rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}`,
    );
  });

  it("goes into agents, making what is missing on the way", () => {
    assert.equal(
      moved(`{"rule": {"dispatchRuleDirect": {}}, "agentName": "a"}`),
      `{"rule": {"dispatchRuleDirect": {}}, "roomConfig": {"agents": [{"agentName": "a"}]}}`,
    );
    assert.equal(
      moved(`{"rule": {"dispatchRuleDirect": {}}, "roomConfig": {"agentName": "a", "agents": []}}`),
      `{"rule": {"dispatchRuleDirect": {}}, "roomConfig": {"agents": [{"agentName": "a"}]}}`,
    );
    assert.equal(
      moved(`{
  "rule": {"dispatchRuleDirect": {}},
  "agent_name": "a"
}`),
      `{
  "rule": {"dispatchRuleDirect": {}},
  "room_config": {
    "agents": [{
      "agent_name": "a"
    }]
  }
}`,
    );
  });

  it("takes the place of null", () => {
    assert.equal(
      moved(`{"rule": null, "dispatchRuleDirect": {"roomName": "a"}}`),
      `{"rule": {"dispatchRuleDirect": {"roomName": "a"}}}`,
    );
  });

  it("goes into the wrapper from beside it", () => {
    assert.equal(
      moved(`{"dispatch_rule": {"name": "a"}, "dispatchRuleDirect": {}}`),
      `{"dispatch_rule": {"name": "a", "rule": {"dispatchRuleDirect": {}}}}`,
    );
  });

  it("is only taken out where its place is taken", () => {
    assert.deepEqual(titles(`{"name": "a", "rule": {"name": "b", "dispatchRuleDirect": {}}}`), [
      "Remove `name`",
    ]);
    assert.deepEqual(titles(`{"dispatchRuleCallee": {}, "rule": {"dispatchRuleDirect": {}}}`), [
      "Remove `dispatchRuleCallee`",
    ]);
  });

  it("is not moved where several agents could be meant, or where the text is no JSON", () => {
    assert.deepEqual(
      titles(`{"rule": {"dispatchRuleDirect": {}}, "agentName": "a", "roomConfig": {"agents": [{}, {}]}}`),
      ["Remove `agentName`"],
    );
    assert.deepEqual(titles(`{"rule": {"dispatchRuleDirect": {}, "name": "a",}}`), ["Remove `name`"]);
  });

  it("is moved safely where LiveKit refuses the file, and only on demand where the API drops it", () => {
    const text = `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {}, "numbers": ["+15551234"]}}}`;
    assert.equal(problemsOf("misplaced-field", text)[0]?.fixes[0]?.isSafe, true);
    const [dropped] = problemsOf("misplaced-field", text, "api-create");
    assert.equal(dropped?.severity, "warning");
    assert.equal(dropped.fixes[0]?.isSafe, false);
    assert.match(dropped.message, /drops it without a word, and the rule catches every call\.$/);
  });
});

describe("one level too many", () => {
  it("is taken away", () => {
    assert.equal(
      moved(`{\n  "name": "a",\n  "rule": {\n    "rule": {\n      "dispatchRuleDirect": {}\n    }\n  }\n}`),
      `{\n  "name": "a",\n  "rule": {\n    "dispatchRuleDirect": {}\n  }\n}`,
    );
    assert.equal(
      moved(`{"dispatch_rule": {"dispatch_rule": {"rule": {"dispatchRuleDirect": {}}}}}`),
      `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {}}}}`,
    );
  });

  it("is the wrapper by another name, where the whole file is one `rule`", () => {
    const text = `{"rule": {"name": "a", "rule": {"dispatchRuleDirect": {}}}}`;
    assert.equal(moved(text), `{"dispatch_rule": {"name": "a", "rule": {"dispatchRuleDirect": {}}}}`);
    assert.equal(problemsOf("needs-wrapper", text).length, 0);
  });

  it("is no wrapper for `lk sip dispatch update`, which wants none", () => {
    assert.equal(
      moved(`{"rule": {"rule": {"dispatchRuleDirect": {}}}}`, "lk-update"),
      `{"rule": {"dispatchRuleDirect": {}}}`,
    );
  });
});
