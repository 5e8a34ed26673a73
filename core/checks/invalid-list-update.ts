import { defineCheck } from "../check.ts";
import { removeChild, removeChildren, replaceNode, safeFix, suggestedFix } from "../fixes.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { fieldOf } from "../protocol/fields.ts";
import { wrongForm } from "./support/form-mismatch.ts";
import { parentOf } from "../json/parents.ts";

const EMPTY = "empty element in the list";
const MESSAGES: Readonly<Record<string, string>> = {
  "unsupported list update operation":
    "This changes nothing: `set`, `add`, `remove` and `clear` are all empty.",
  "cannot clear and change the list at the same time":
    "`clear` empties the list; nothing else may stand beside it.",
  "cannot set and change the list at the same time":
    "`set` replaces the list; `add` and `remove` may not stand beside it.",
  [EMPTY]: "A trunk id must not be empty.",
};

export default defineCheck({
  code: "invalid-list-update",
  severity: "error",
  title: "Change of trunks that LiveKit refuses",
  why: `\`update.trunk_ids\` changes the list of trunks in one of three ways: \`clear\` empties it, \`set\` replaces it,
\`add\` and \`remove\` change it. LiveKit refuses a mixture, empty ids, and a change that is none, such as
\`"set": []\`; an empty list is written \`"clear": true\`.`,

  refuses: ["invalid-list-update"],
  refused({ node, text }, document) {
    const { tree } = document;
    const isItem = text === EMPTY;
    // A value of another type is said as such.
    if (wrongForm(document) || (!isItem && tree.kind(node) !== Kind.Object)) return undefined;
    return {
      message: MESSAGES[text] ?? "LiveKit refuses this change of trunks.",
      fixes: () => waysOut(tree, node, text),
    };
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": ⟦{"set": []}⟧}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {"clear": true}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": ⟦{"set": ["ST_8hXkQm2vTz4a"], "add": ["ST_2wJBTJUKPx68"]}⟧}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {"set": ["ST_8hXkQm2vTz4a"]}}}`,
    },
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {"add": ["ST_8hXkQm2vTz4a", ⟦""⟧]}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {"add": ["ST_8hXkQm2vTz4a"]}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"trunk_ids": {"add": ["ST_8hXkQm2vTz4a"]}}}`,
    },
  ],
});

function waysOut(tree: JsonTree, node: Node, text: string): Fix[] {
  if (text === EMPTY) return [safeFix("Remove the empty id", removeChild(tree, parentOf(tree, node), node))];
  if (text.startsWith("unsupported"))
    return [suggestedFix("Empty the list", replaceNode(tree, node, '{"clear": true}'))];
  const keep = (title: string, ...names: readonly string[]): Fix => {
    const others = tree.children(node).filter((key) => !names.includes(fieldOf(tree, key)?.name ?? ""));
    return suggestedFix(title, ...removeChildren(tree, node, others));
  };
  if (text.startsWith("cannot clear"))
    return [keep("Keep `clear`", "clear"), keep("Keep the others", "set", "add", "remove")];
  return [keep("Keep `set`", "set", "clear"), keep("Keep `add` and `remove`", "add", "remove", "clear")];
}
