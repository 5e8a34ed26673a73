import { defineCheck } from "../check.ts";
import { removeChild, suggestedFix } from "../fixes.ts";
import { Kind } from "../json/tree.ts";
import { named } from "../text/show.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "bad-timestamp",
  severity: "error",
  title: "Time that LiveKit cannot read",
  why: `A time is written \`"2026-01-31T12:00:00Z"\` or with an offset, \`"2026-01-31T13:00:00+01:00"\`: capital \`T\`
and \`Z\`, a day that exists, at most nine digits behind the point. \`created_at\` and \`updated_at\` are the server's
own record; a file that is to create a rule needs neither.`,

  decodes: ["bad-timestamp", "wrong-type"],
  decoded({ node, field }, { tree }) {
    if (field?.wellKnown !== "Timestamp") return undefined;
    const name = named(field.name);
    return {
      message: `${name} is a time such as "2026-01-31T12:00:00Z", with its offset and a day that exists. The server sets it; leave it out.`,
      fixes: () =>
        tree.kind(node - 1) === Kind.Key
          ? [suggestedFix(`Remove ${name}`, removeChild(tree, parentOf(tree, node), node - 1))]
          : [],
    };
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "created_at": ⟦"2026-02-30T12:00:00Z"⟧, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "created_at": "2026-01-31T12:00:00Z", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});
