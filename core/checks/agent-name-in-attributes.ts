import { defineCheck } from "../check.ts";
import { Flag, Kind, type JsonTree, type Node } from "../json/tree.ts";

export default defineCheck({
  code: "agent-name-in-attributes",
  severity: "warning",
  title: "Agent named among the attributes",
  why: `Attributes are handed to the SIP participant; they dispatch nobody. An agent is dispatched by
\`room_config.agents[].agent_name\`.`,

  fields: ["SIPDispatchRuleInfo.attributes"],
  values: "filled",

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.Object) return;
    const end = tree.next(value);
    for (let key = value + 1; key < end; key = tree.nextKey(key))
      if (isAgentName(tree, key))
        report(key, "An attribute dispatches no agent. Name the agent in room_config.agents.");
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "attributes": {⟦"agentName"⟧: "triage"}, "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}, "room_config": {"agents": [{"agent_name": "triage"}]}}`,
    },
  ],
});

function isAgentName(tree: JsonTree, key: Node): boolean {
  const written = tree.end(key) - tree.start(key) - 2;
  // Most names need not be taken out of the text: they have another length.
  if ((written < "agentName".length || written > "agent_name".length) && !tree.has(key, Flag.Escaped))
    return false;
  return /^agent_?name$/i.test(tree.stringValue(key));
}
