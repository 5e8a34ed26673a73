/** Agents in rule files: where they are named, and which names code can take. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { agentUseAt, agentUses, asJsonText, whyNoName } from "../../../client/facts/agent-uses.ts";
import { unmarked, withMarks } from "../../core/checks/marked.ts";

const marked: Readonly<Record<string, string>> = {
  "a create request": `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "a"}}, "room_config": {"agents": [{"agent_name": ⟦"triage"⟧}, {"agentName": ⟦"b"⟧}]}}}`,
  "a list": `{"items": [{"roomConfig": {"agents": [{"agentName": ⟦"x"⟧}]}}, {"roomConfig": {"agents": [{"agentName": ⟦"x"⟧}, {"agentName": ""}]}}]}`,
  "a file that is being typed": `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "a"}}, "room_config": {"agents": [{"agent_name": ⟦"triage"⟧}`,
  "an attribute of that name": `{"dispatch_rule": {"attributes": {"agent_name": "x"}, "rule": {"dispatchRuleDirect": {"roomName": "a"}}}}`,
  "no rule file": `{"agentName": "x"}`,
};

describe("agents in rule files", () => {
  for (const [what, text] of Object.entries(marked))
    it(what, () => {
      const { text: plain } = unmarked(text);
      assert.equal(withMarks(plain, agentUses(plain)), text);
    });

  it("are found at their place, quotes included", () => {
    const { text, ranges } = unmarked(marked["a create request"] ?? "");
    const { start, end } = ranges[0]!;
    for (const offset of [start, start + 3, end]) assert.equal(agentUseAt(text, offset)?.name, "triage");
    assert.equal(agentUseAt(text, start - 1), undefined);
  });

  it("get names that code can hold", () => {
    assert.equal(whyNoName("support agent-2"), undefined);
    for (const name of ["", "  ", 'a"b', "a'b", "a\\b", "a${b}", "a\nb", "a`b"])
      assert.ok(whyNoName(name), name);
    assert.equal(asJsonText("ä b"), '"ä b"');
  });
});
