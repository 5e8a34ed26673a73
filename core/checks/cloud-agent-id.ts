import { defineCheck } from "../check.ts";
import { quoteString } from "../json/strings.ts";
import { Kind } from "../json/tree.ts";

export default defineCheck({
  code: "cloud-agent-id",
  severity: "warning",
  title: "Id of a cloud agent where its name belongs",
  why: `\`agent_name\` is the name that a worker registers with (\`agent_name=\` in Python, \`agentName:\` in Node); it
must match exactly. \`CA_…\` is the id of a deployed agent in LiveKit Cloud, which no worker registers with, so no agent
joins and the call rings until it ends.`,

  fields: ["RoomAgentDispatch.agent_name"],
  values: "filled",
  longerThan: 15,

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.String) return;
    const name = tree.stringValue(value);
    if (/^CA_[A-Za-z0-9]{12}$/.test(name))
      report(
        value,
        `${quoteString(name)} is the id of a cloud agent. Write the name that its worker registers with.`,
      );
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}, "roomConfig": {"agents": [{"agentName": ⟦"CA_4nPw9LcYb6Ha"⟧}]}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}, "roomConfig": {"agents": [{"agentName": "CA_triage"}]}}`,
    },
  ],
});
