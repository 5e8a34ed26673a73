/** What is said about names that LiveKit does not know. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../core/fixes.ts";
import type { Target } from "../../../core/rules/targets.ts";
import { problemsIn, problemsOf } from "./marked.ts";

/** The name that is meant by another one, as the first fix writes it. */
function meant(text: string, target: Target = "auto"): string | undefined {
  const [problem] = problemsOf("unknown-field", text, target);
  return problem && /Did you mean `(.*?)`\?/.exec(problem.message)?.[1];
}

function fixed(text: string, target: Target = "auto"): string {
  const [fix] = problemsOf("unknown-field", text, target)[0]?.fixes ?? [];
  return fix ? applyEdits(text, fix.edits) : "no fix";
}

const bare = (member: string): string => `{"rule": {"dispatchRuleDirect": {}}, ${member}}`;

describe("did you mean", () => {
  it("finds names with other letters, case or separators", () => {
    for (const name of ["trunk_id", "trunkids", "trunk-ids", "TRUNK_IDS", "tunk_ids", "trnuk_ids", "trunks"])
      assert.match(meant(bare(`"${name}": []`)) ?? "", /^trunk_?ids$/i, name);
    for (const name of ["hidePhoneNumbers", "hide_phone", "hidePhone", "HidePhoneNumber"])
      assert.match(meant(bare(`"${name}": true`)) ?? "", /^hide_?phone_?number$/i, name);
    assert.equal(meant(`{"rule": {"dispatchRuleDirct": {}}}`), "dispatchRuleDirect");
  });

  it("finds the flags of lk and other names of the same things", () => {
    for (const name of ["dispatch_rule_caller", "dispatchRuleCaller", "caller", "individual"])
      assert.match(
        meant(`{"trunk_ids": [], "rule": {"${name}": {}}}`) ?? "",
        /^dispatch_?rule_?individual$/i,
        name,
      );
    assert.equal(meant(`{"rule": {"dispatchRuleDirect": {"room": "a"}}}`), "roomName");
    assert.equal(meant(`{"rule": {"dispatch_rule_callee": {"prefix": "a"}}}`), "room_prefix");
    assert.equal(
      meant(`{"rule": {"dispatchRuleDirect": {}}, "roomConfig": {"agents": [{"name": "a"}]}}`),
      "agentName",
    );
  });

  it("does not guess wildly", () => {
    for (const name of ["routes", "region", "id", "x", "dispatch", "z".repeat(10_000)])
      assert.equal(meant(bare(`"${name}": 1`)), undefined, name.slice(0, 20));
  });

  it("does not propose what is there already", () => {
    assert.equal(meant(`{"trunk_ids": [], "trunks": [], "rule": {"dispatchRuleDirect": {}}}`), undefined);
    assert.equal(meant(`{"rule": {"dispatchRuleDirect": {}, "caller": {}}}`), undefined);
  });

  it("writes as the author writes", () => {
    assert.equal(meant(`{"trunks": [], "room_config": {}, "rule": {"dispatchRuleDirect": {}}}`), "trunk_ids");
    assert.equal(meant(`{"trunks": [], "roomConfig": {}, "rule": {"dispatch_rule_direct": {}}}`), "trunkIds");
    assert.equal(meant(`{"trunks": [], "rule": {"dispatch_rule_direct": {}}}`), "trunk_ids");
    assert.equal(meant(`{"dispatch_rule": {"trunks": [], "rule": {}}}`), "trunkIds");
  });

  it("puts the value into a list where the field is one", () => {
    assert.equal(fixed(`{"trunk_id": "ST_a", "rule": {}}`), `{"trunk_ids": ["ST_a"], "rule": {}}`);
    assert.equal(
      fixed(`{"room_config": {"agent": {"agent_name": "a"}}, "rule": {}}`),
      `{"room_config": {"agents": [{"agent_name": "a"}]}, "rule": {}}`,
    );
    assert.equal(
      fixed(`{"room_config": {"agent": "a"}, "rule": {}}`),
      `{"room_config": {"agents": [{"agent_name": "a"}]}, "rule": {}}`,
    );
  });
});

describe("a field that LiveKit does not know", () => {
  it("is an error where it is refused, a warning where it is dropped, a hint in a list", () => {
    const wrapped = `{"dispatch_rule": ${bare(`"routes": []`)}}`;
    assert.equal(problemsOf("unknown-field", wrapped, "lk-create")[0]?.severity, "error");
    const [dropped] = problemsOf("unknown-field", wrapped, "api-create");
    assert.equal(dropped?.severity, "warning");
    assert.equal(dropped.livekit, undefined);
    const list = `{"items": [${bare(`"routes": []`)}]}`;
    assert.equal(problemsOf("unknown-field", list)[0]?.severity, "hint");
  });

  it("says what the rule catches when a filter is dropped", () => {
    const message = (filters: string): string =>
      problemsOf("unknown-field", `{"dispatch_rule": ${bare(filters)}}`, "api-create")[0]?.message ?? "";
    assert.match(message(`"trunks": ["ST_a"]`), /and the rule catches every call\.$/);
    assert.match(message(`"trunks": ["ST_a"], "numbers": ["+1"]`), /catches more calls than it should\.$/);
    assert.match(message(`"routes": []`), /The API drops it without a word\.$/);
  });

  it("is said once, together with the refusal that comes of it", () => {
    const kindless = `{"dispatch_rule": {"rule": {"dispatch_rule_caller": {}}}}`;
    for (const target of ["lk-create", "api-create"] as const)
      assert.deepEqual(
        problemsIn(kindless, target).map(({ code, severity }) => [code, severity]),
        [["unknown-field", "error"]],
        target,
      );
    assert.equal(
      problemsIn(kindless, "api-create")[0]?.livekit?.text,
      "unsupported SIP Dispatch Rule: <nil>",
    );
    const outside = `{"name": "a", "dispatchRuleDirect": {"roomName": "a"}}`;
    assert.deepEqual(
      problemsIn(outside, "api-create").map(({ code, livekit }) => [code, livekit?.text]),
      [["misplaced-field", "missing rule"]],
    );
  });

  it("is a comment, which may go", () => {
    for (const name of ["_comment", "//", "$schema", "#note", "comment"]) {
      const [problem] = problemsOf("unknown-field", bare(`"${name}": "x"`));
      assert.match(problem?.message ?? "", /JSON has no comments/, name);
      assert.deepEqual(
        problem?.fixes.map(({ isSafe }) => isSafe),
        [true],
      );
    }
  });

  it("is explained where its meaning is the other way round", () => {
    assert.equal(
      fixed(`{"rule": {"dispatchRuleIndividual": {"roomPrefix": "a", "randomize": false}}}`),
      `{"rule": {"dispatchRuleIndividual": {"roomPrefix": "a", "noRandomness": true}}}`,
    );
    assert.equal(
      fixed(`{"rule": {"dispatchRuleCallee": {"roomPrefix": "a", "noRandomness": false}}}`),
      `{"rule": {"dispatchRuleCallee": {"roomPrefix": "a", "randomize": true}}}`,
    );
  });

  it("moves what an agent is to know into its metadata", () => {
    assert.equal(
      fixed(`{"rule": {}, "roomConfig": {"agents": [{"agentName": "a", "config": {"vad": true}}]}}`),
      `{"rule": {}, "roomConfig": {"agents": [{"agentName": "a", "metadata": "{\\"config\\":{\\"vad\\":true}}"}]}}`,
    );
  });

  it("is newer than the protocol that is checked against", () => {
    const text = `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {}}, "media": {"drop_audio_during_dtmf": true}}}`;
    const [problem] = problemsOf("newer-field", text, "lk-create");
    assert.match(
      problem?.message ?? "",
      /^`drop_audio_during_dtmf` is newer than LiveKit's protocol 1\.\d+\.\d+/,
    );
    assert.equal(problem?.severity, "error");
    assert.match(problem.livekit?.text ?? "", /unknown field "drop_audio_during_dtmf"$/);
    assert.equal(problemsOf("unknown-field", text, "lk-create").length, 0);
  });
});
