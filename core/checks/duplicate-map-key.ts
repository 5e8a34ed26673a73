import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { quoted } from "../text/show.ts";
import { keepOne } from "./support/keep-one.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "duplicate-map-key",
  severity: "error",
  title: "The same attribute twice",
  why: `Each key of \`attributes\` and \`tags\` stands once. LiveKit refuses the second one.`,

  decodes: ["duplicate-map-key"],
  decoded({ node, other }, { tree }) {
    const name = tree.stringValue(node);
    return {
      message: `${quoted(name)} stands here a second time. Keep one of them.`,
      related: other === undefined ? [] : [{ ...rangeOf(tree, other), message: "The first one." }],
      fixes: () =>
        keepOne(
          tree,
          parentOf(tree, node),
          (key) => tree.stringValue(key) === name,
          (_, index) => `Keep number ${index + 1}`,
        ),
    };
  },

  examples: [
    {
      bad: `{"attributes": {"vip": "yes", ⟦"vip"⟧: "no"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"attributes": {"vip": "yes"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      good: `{"attributes": {"vip": "yes", "VIP": "no"}, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
  ],
});
