import { defineCheck } from "../check.ts";
import { replaceNode, suggestedFix } from "../fixes.ts";

export default defineCheck({
  code: "media-timeout",
  severity: "error",
  title: "Media timeout out of range",
  why: `\`media_timeout\` says how long a call may go without media before it is ended. LiveKit takes up to ten
minutes, \`"600s"\`, and nothing negative.`,

  refuses: ["media-timeout"],
  refused({ node }, { tree }) {
    const isNegative = tree.stringValue(node).startsWith("-");
    return {
      message: isNegative
        ? "`media_timeout` must not be negative."
        : '`media_timeout` may be ten minutes at most, "600s".',
      fixes: isNegative ? [] : [suggestedFix('Write "600s"', replaceNode(tree, node, '"600s"'))],
    };
  },

  examples: [
    {
      bad: `{"media": {"mediaTimeout": ⟦"900s"⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"media": {"mediaTimeout": "600s"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"media": {"mediaTimeout": ⟦"-1s"⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"media": {"mediaTimeout": "600s"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});
