import { defineCheck } from "../check.ts";
import { quoteString } from "../json/strings.ts";
import { Kind } from "../json/tree.ts";

const TEMPLATE = /\$\{[^}]*\}|\{\{[^}]*\}\}|\{[A-Za-z_.]+\}|<[A-Za-z_][\w -]*>|%[sd](?![0-9A-Fa-f])/;

export default defineCheck({
  code: "unexpanded-template",
  severity: "warning",
  title: "Template that nothing expands",
  why: `LiveKit takes room names, prefixes and agent names as they stand; there are no variables in them. With
\`call-\${caller.number}\` in a direct rule all callers meet in one room of literally that name. For a room per caller
use an individual rule, for one per called number a callee rule. If a tool of yours fills the file in before it is
used, turn this check off.`,

  fields: [
    "SIPDispatchRuleDirect.room_name",
    "SIPDispatchRuleIndividual.room_prefix",
    "SIPDispatchRuleCallee.room_prefix",
    "RoomAgentDispatch.agent_name",
  ],
  values: "unusual",

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.String) return;
    const found = TEMPLATE.exec(tree.stringValue(value));
    if (!found) return;
    report(
      value,
      `Nothing expands ${quoteString(found[0].slice(0, 60))}: LiveKit takes the text as it stands.`,
    );
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": ⟦"call-\${caller.number}"⟧}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "call-100%"}}}`,
    },
  ],
});
