/** The document in the other form of a rule file: a create request, or a rule itself. */
import { parentOf } from "../../json/parents.ts";
import type { RuleDocument } from "../../document.ts";
import { NONE } from "../../json/tree.ts";
import type { Range } from "../../problem.ts";
import { convertTo, type FileForm } from "../../rules/convert.ts";
import type { Form } from "../../rules/forms.ts";
import { named } from "../../text/show.ts";
import { nodeAround } from "../node-around.ts";
import { rewrite, type Refactoring } from "./refactoring.ts";

const OTHER_FORMS: Readonly<Record<Form, readonly FileForm[]>> = {
  wrapped: ["bare"],
  bare: ["wrapped"],
  update: ["bare", "wrapped"],
  list: [],
  none: [],
};

const TITLES: Readonly<Record<FileForm, string>> = {
  wrapped: "Wrap in `dispatch_rule`, as `lk sip dispatch create` reads it",
  bare: "Unwrap to the rule itself, as `lk sip dispatch update` reads it",
};

/** Offered on the level of the rule, not in the depths of its fields. */
export function convertForm(document: RuleDocument, range: Range): readonly Refactoring[] {
  if (!isAtRuleLevel(document, range.start)) return [];
  return OTHER_FORMS[document.form].flatMap((form) => {
    const conversion = convertTo(document, form);
    if (!conversion.ok || conversion.edits.length === 0) return [];
    const without = conversion.removed.map(({ name }) => named(name)).join(", ");
    const title = without === "" ? TITLES[form] : `${TITLES[form]} (without ${without})`;
    return [rewrite(title, conversion.edits)];
  });
}

function isAtRuleLevel({ tree, rules }: RuleDocument, offset: number): boolean {
  const node = nodeAround(tree, offset);
  const container = node === NONE || tree.isContainer(node) ? node : parentOf(tree, node);
  return container <= 0 || rules.some((rule) => rule.node === container);
}
