import { defineCheck } from "../check.ts";
import { Kind } from "../json/tree.ts";
import { memberOf, stringOf } from "../rules/rule-view.ts";

export default defineCheck({
  code: "empty-room-name",
  severity: "warning",
  title: "Direct rule without a room",
  why: `LiveKit stores a direct rule without a room name, but no caller can join a room without a name: the call is
refused (486), and with a PIN every entry counts as wrong.`,

  fields: ["SIPDispatchRule.dispatch_rule_direct"],

  checkField({ key, value }, report, { tree }) {
    if (tree.kind(value) !== Kind.Object) return;
    const room = memberOf(tree, value, "room_name");
    if (!room) report(key, "A direct rule needs a room_name: a room without a name cannot be joined.");
    else if (stringOf(tree, room) === "")
      report(room.value, "A room without a name cannot be joined. Name the room.");
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {⟦"dispatchRuleDirect"⟧: {}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": ⟦""⟧}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleIndividual": {}}}`,
    },
  ],
});
