import { defineCheck } from "../check.ts";
import { Kind, NONE } from "../json/tree.ts";
import { valueOf } from "../protocol/fields.ts";
import { fieldNamed } from "../protocol/schema.ts";

const ROOM_NAME = fieldNamed("SIPDispatchRuleDirect.room_name");

export default defineCheck({
  code: "empty-room-name",
  severity: "warning",
  title: "Direct rule without a room",
  why: `LiveKit stores a direct rule without a room name, but no caller can join a room without a name: the call is
refused (486), and with a PIN every entry counts as wrong.`,

  fields: ["SIPDispatchRule.dispatch_rule_direct"],

  checkField({ key, value }, report, { tree }) {
    if (tree.kind(value) !== Kind.Object) return;
    const room = valueOf(tree, value, ROOM_NAME);
    if (room === NONE)
      report(key, "A direct rule needs a room_name: a room without a name cannot be joined.");
    else if (tree.isEmptyString(room)) report(room, "A room without a name cannot be joined. Name the room.");
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
