import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import { fieldOf } from "../protocol/fields.ts";
import type { DecodeProblem } from "../protocol/decode-problem.ts";
import { keepOne } from "./support/keep-one.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "rule-kinds",
  severity: "error",
  title: "Two kinds in one rule",
  why: `A rule has exactly one kind: \`dispatch_rule_direct\` (all callers in one room),
\`dispatch_rule_individual\` (a room for each caller) or \`dispatch_rule_callee\` (a room for each called number).
LiveKit refuses a second one, whatever its spelling; one that is \`null\` does not count. Two kinds for different
calls are two rules, in two files.`,

  decodes: ["rule-kinds"],
  decoded(problem, { tree }) {
    const first = problem.other;
    return {
      message: `A rule has one kind, and this rule is ${kindOf(tree, first)} already. Keep one of them.`,
      related: first === undefined ? [] : [{ ...rangeOf(tree, first), message: "The first kind." }],
      fixes: () =>
        keepOne(
          tree,
          parentOf(tree, problem.node),
          (key) => isSet(tree, key, problem),
          (kept) => `Keep ${kindOf(tree, kept)}`,
        ),
    };
  },

  examples: [
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}, ⟦"dispatchRuleCallee"⟧: {"roomPrefix": "number-"}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"rule": {\n  "dispatch_rule_direct": {"room_name": "a"},\n  ⟦"dispatchRuleIndividual"⟧: {},\n  ⟦"dispatchRuleCallee"⟧: {}\n}}`,
      fixed: `{"rule": {\n  "dispatch_rule_direct": {"room_name": "a"}\n}}`,
    },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}, "dispatchRuleCallee": null}}` },
  ],
});

/** `direct`, `individual`, `callee`. */
function kindOf(tree: JsonTree, key: Node | undefined): string {
  const field = key === undefined ? undefined : fieldOf(tree, key);
  return field?.name.replace("dispatch_rule_", "") ?? "of another kind";
}

/** Whether a key is one of the kinds and holds something. */
function isSet(tree: JsonTree, key: Node, { field }: DecodeProblem): boolean {
  const other = fieldOf(tree, key);
  return other !== undefined && other.oneof === field?.oneof && tree.kind(key + 1) !== Kind.Null;
}
