import { defineCheck } from "../check.ts";
import { removeChild, safeFix } from "../fixes.ts";
import { Kind } from "../json/tree.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "null-item",
  severity: "error",
  title: "null inside a list or map",
  why: `LiveKit takes a field that is \`null\` for one that is left out. Inside a list, or as a value of
\`attributes\`, \`null\` is refused.`,

  decodes: ["null-item", "wrong-type"],
  decoded({ node }, { tree }) {
    if (tree.kind(node) !== Kind.Null) return undefined;
    const parent = parentOf(tree, node);
    if (!tree.isContainer(parent)) return undefined;
    const child = tree.kind(parent) === Kind.Object ? node - 1 : node;
    return {
      message: "`null` may stand for a whole field, but not for an item of it. Leave it out.",
      fixes: () => [safeFix("Remove it", removeChild(tree, parent, child))],
    };
  },

  examples: [
    {
      bad: `{"trunk_ids": ["ST_8hXkQm2vTz4a", ⟦null⟧], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"trunk_ids": ["ST_8hXkQm2vTz4a"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"attributes": {"vip": ⟦null⟧}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"attributes": {}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"trunk_ids": null, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
