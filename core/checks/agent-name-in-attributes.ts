import { defineCheck } from "../check.ts";
import { Kind } from "../json/tree.ts";

export default defineCheck({
  code: "agent-name-in-attributes",
  severity: "warning",
  title: "Agent named among the attributes",
  why: `Attributes are handed to the SIP participant; they dispatch nobody. An agent is dispatched by
\`room_config.agents[].agent_name\`.`,

  fields: ["SIPDispatchRuleInfo.attributes"],

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.Object) return;
    for (const key of tree.children(value))
      if (/^agent_?name$/i.test(tree.stringValue(key)))
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
