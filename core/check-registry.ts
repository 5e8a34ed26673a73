/** The checks by what they look at, so that a document only meets those that concern it; by fields in `field-checks.ts`. */
import { checks } from "./checks/index.generated.ts";
import type { Check } from "./check.ts";
import type { DecodeKind } from "./protocol/decode-problem.ts";
import type { RefusalKind } from "./protocol/refusal.ts";
import type { Form } from "./rules/forms.ts";

const byCode = new Map(checks.map((check) => [check.code, check]));
const byDecodeKind = groupBy<DecodeKind>((check) => check.decodes ?? []);
const byRefusalKind = groupBy<RefusalKind>((check) => check.refuses ?? []);
const byForm: Readonly<Record<Form, readonly Check[]>> = {
  wrapped: checksOfForm("wrapped"),
  bare: checksOfForm("bare"),
  list: checksOfForm("list"),
  update: checksOfForm("update"),
  none: checksOfForm("none"),
};
const NO_CHECKS: readonly Check[] = [];

export const ruleChecks: readonly Check[] = checks.filter(({ check }) => check !== undefined);

/** The checks that look at a file of this form as a whole. */
export function checksForFile(form: Form): readonly Check[] {
  return byForm[form];
}

export function checkNamed(code: string): Check | undefined {
  return byCode.get(code);
}

/** The checks that may put such a problem into words, the more particular ones first. */
export function checksForDecoded(kind: DecodeKind): readonly Check[] {
  return byDecodeKind.get(kind) ?? NO_CHECKS;
}

export function checksForRefusal(kind: RefusalKind): readonly Check[] {
  return byRefusalKind.get(kind) ?? NO_CHECKS;
}

function checksOfForm(form: Form): readonly Check[] {
  return checks.filter(({ forms }) => forms?.includes(form));
}

/** The check that is named like the kind is the general one and comes last. */
function groupBy<K extends string>(kindsOf: (check: Check) => readonly K[]): Map<K, Check[]> {
  const groups = new Map<K, Check[]>();
  for (const check of checks)
    for (const kind of kindsOf(check)) groups.set(kind, [...(groups.get(kind) ?? []), check]);
  for (const [kind, group] of groups) group.sort((a, b) => Number(a.code === kind) - Number(b.code === kind));
  return groups;
}
