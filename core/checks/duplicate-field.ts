import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import type { Node, JsonTree } from "../json/tree.ts";
import { fieldOf } from "../protocol/fields.ts";
import { named } from "../text/show.ts";
import { keepOne } from "./support/keep-one.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "duplicate-field",
  severity: "error",
  title: "The same field twice",
  why: `A field stands once in an object. Its two spellings are one field: \`trunk_ids\` beside \`trunkIds\` is
refused as well, and one that is \`null\` counts.`,

  decodes: ["duplicate-field"],
  decoded(problem, { tree }) {
    const { node, other } = problem;
    const name = tree.stringValue(node);
    const first = other === undefined ? name : tree.stringValue(other);
    return {
      message:
        first === name
          ? `${named(name)} stands here a second time. Keep one of them.`
          : `${named(first)} and ${named(name)} are one field in two spellings. Keep one of them.`,
      related: other === undefined ? [] : [{ ...rangeOf(tree, other), message: "The first one." }],
      fixes: () =>
        keepOne(
          tree,
          parentOf(tree, node),
          (key) => fieldOf(tree, key) === problem.field,
          (kept, index, keys) => titleFor(tree, kept, index, keys),
        ),
    };
  },

  examples: [
    {
      bad: `{"trunk_ids": [], ⟦"trunkIds"⟧: ["ST_8hXkQm2vTz4a"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"trunk_ids": [], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"name": "a", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, ⟦"name"⟧: "b"}`,
      fixed: `{"name": "a", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    { good: `{"trunk_ids": ["ST_8hXkQm2vTz4a"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});

function titleFor(tree: JsonTree, kept: Node, index: number, keys: readonly Node[]): string {
  const name = named(tree.stringValue(kept));
  const isOnlyOne = keys.filter((key) => tree.stringValue(key) === tree.stringValue(kept)).length === 1;
  const places = ["the first", "the second", "the third"];
  return isOnlyOne ? `Keep ${name}` : `Keep ${places[index] ?? `number ${index + 1}`} ${name}`;
}
