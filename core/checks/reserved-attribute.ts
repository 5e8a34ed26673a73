import { defineCheck } from "../check.ts";
import { quoteString } from "../json/strings.ts";
import { Kind } from "../json/tree.ts";

/** What LiveKit sets on every SIP participant, over a rule's own value (sip/sip.go; livekit/sip, inbound.go). */
const ALWAYS = new Set([
  "sip.callID",
  "sip.trunkID",
  "sip.ruleID",
  "sip.callTag",
  "sip.callIDFull",
  "sip.callStatus",
]);

export default defineCheck({
  code: "reserved-attribute",
  severity: "warning",
  title: "Attribute with a name that LiveKit keeps for itself",
  why: `LiveKit puts what it knows of a call into attributes that begin with \`sip.\`: the call's, trunk's and rule's
ids always, the phone numbers unless they are hidden, headers as \`sip.h.*\`. It writes over a rule's value of the same
name, or, where it sets none, readers take the rule's value for LiveKit's.`,

  fields: ["SIPDispatchRuleInfo.attributes"],
  values: "filled",

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.Object) return;
    const end = tree.next(value);
    for (let key = value + 1; key < end; key = tree.nextKey(key)) {
      if (!tree.beginsWith(key, "sip.")) continue;
      const name = tree.stringValue(key);
      const shown = quoteString(name.slice(0, 60));
      report(
        key,
        ALWAYS.has(name)
          ? `LiveKit sets ${shown} itself and writes over this value. Choose another name.`
          : `Names that begin with "sip." belong to LiveKit; readers would take ${shown} for its own. Choose another name.`,
      );
    }
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "attributes": {⟦"sip.ruleID"⟧: "mine", ⟦"sip.team"⟧: "blue"}, "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "attributes": {"team": "blue"}, "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
  ],
});
