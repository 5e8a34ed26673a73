import { defineCheck } from "../check.ts";
import { rangeOf } from "../document.ts";
import { Kind } from "../json/tree.ts";
import { fieldOf } from "../protocol/fields.ts";
import { inWords, named } from "../text/show.ts";
import { keepOne } from "./support/keep-one.ts";
import { parentOf } from "../json/parents.ts";

export default defineCheck({
  code: "oneof",
  severity: "error",
  title: "Fields that exclude one another",
  why: `Of some fields only one may be set: a recording goes to one storage, an update either replaces a rule or
changes it. LiveKit refuses the second one; one that is \`null\` does not count.`,

  decodes: ["oneof"],
  decoded(problem, { tree }) {
    const { field, other, node } = problem;
    const names = (field?.oneof?.fields ?? []).map((each) => `\`${each.name}\``);
    const set = other === undefined ? "another one" : named(tree.stringValue(other));
    return {
      message: `Only one of ${inWords(names)} may be set, and ${set} is. Keep one of them.`,
      related: other === undefined ? [] : [{ ...rangeOf(tree, other), message: "The first of them." }],
      fixes: () =>
        keepOne(
          tree,
          parentOf(tree, node),
          (key) => {
            const each = fieldOf(tree, key);
            return each !== undefined && each.oneof === field?.oneof && tree.kind(key + 1) !== Kind.Null;
          },
          (kept) => `Keep ${named(tree.stringValue(kept))}`,
        ),
    };
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"name": "Support line"}, ⟦"replace"⟧: {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"name": "Support line"}}`,
    },
    { good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "update": {"name": "Support line"}}` },
  ],
});
