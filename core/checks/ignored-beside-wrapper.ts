import { defineCheck } from "../check.ts";
import { rangeOf, type RuleDocument } from "../document.ts";
import { removeChild, suggestedFix } from "../fixes.ts";
import { Kind, NONE, type Node } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { fieldOf, keyOf } from "../protocol/fields.ts";
import type { Field } from "../protocol/schema.ts";
import { named } from "../text/show.ts";
import { moveMember } from "./support/destination.ts";
import { INFO } from "./support/rule-places.ts";

const FILTERS = ["trunk_ids", "inbound_numbers"];

export default defineCheck({
  code: "ignored-beside-wrapper",
  severity: "warning",
  title: "Field beside the wrapper",
  why: `Beside \`dispatch_rule\`, a create request still has the fields of its legacy form. LiveKit reads them and,
because there is a wrapper, ignores them without a word: a \`name\` is lost, and with \`trunk_ids\` there the rule
serves all trunks.`,

  forms: ["wrapped"],
  checkFile(document, report) {
    const { form, plan, tree } = document;
    if (form !== "wrapped" || plan?.form !== "accepts") return;
    if (tree.kind(0) !== Kind.Object || tree.next(1) === tree.next(0)) return;
    for (const key of tree.children(0)) {
      const field = fieldOf(tree, key);
      if (!field || field.name === "dispatch_rule" || tree.kind(key + 1) === Kind.Null) continue;
      const name = named(tree.stringValue(key));
      const catches = FILTERS.includes(field.name) ? ", and the rule does not filter by it" : "";
      report(rangeOf(tree, key), {
        message: `LiveKit ignores ${name} beside \`dispatch_rule\`${catches}. It belongs inside.`,
        fixes: () => waysOut(document, document.rules[0]?.node ?? NONE, key, field),
      });
    }
  },

  examples: [
    {
      bad: `{\n  ⟦"name"⟧: "Support line",\n  "dispatch_rule": {\n    "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n  }\n}`,
      fixed: `{\n  "dispatch_rule": {\n    "rule": {"dispatchRuleDirect": {"roomName": "open-room"}},\n    "name": "Support line"\n  }\n}`,
    },
    {
      bad: `{"dispatch_rule": {"name": "a", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}, ⟦"name"⟧: "b"}`,
      fixed: `{"dispatch_rule": {"name": "a", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
    {
      good: `{"dispatch_rule": {"name": "Support line", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
  ],
});

function waysOut({ tree }: RuleDocument, rule: Node, key: Node, field: Field): Fix[] {
  const name = named(tree.stringValue(key));
  const remove = suggestedFix(`Remove ${name}`, removeChild(tree, 0, key));
  const inside = INFO.spellings.get(field.name);
  if (rule === NONE || !inside || keyOf(tree, rule, inside) !== NONE) return [remove];
  const to = { object: rule, steps: [], placeholder: NONE };
  return [suggestedFix(`Move ${name} into \`dispatch_rule\``, ...moveMember(tree, 0, key, to)), remove];
}
