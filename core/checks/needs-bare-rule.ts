import { defineCheck } from "../check.ts";
import { suggestedFix } from "../fixes.ts";
import { convertTo } from "../rules/convert.ts";
import { named } from "../text/show.ts";
import { formSpeaker, wrongForm } from "./support/form-mismatch.ts";

export default defineCheck({
  code: "needs-bare-rule",
  severity: "warning",
  title: "Wrapper where the rule itself is wanted",
  why: `\`lk sip dispatch update\` reads a rule itself and refuses \`dispatch_rule\` around it as an unknown field, while
\`lk sip dispatch create\` demands it: no file suits both. The update replaces everything, so what the file leaves out
is cleared.`,

  decodes: ["unknown-field"],
  decoded(problem, document) {
    if (wrongForm(document) !== "needs-bare-rule" || problem !== formSpeaker(document)) return undefined;
    const name = named(document.tree.stringValue(problem.node));
    return {
      message: `\`lk sip dispatch update\` reads the rule itself. Take ${name} away.`,
      fixes: () => {
        const conversion = convertTo(document, "bare");
        return conversion.ok ? [suggestedFix(`Take ${name} away`, ...conversion.edits)] : [];
      },
    };
  },

  examples: [
    {
      bad: `{⟦"dispatch_rule"⟧: {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      target: "lk-update",
    },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`, target: "lk-update" },
  ],
});
