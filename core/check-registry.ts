/** The checks by what they look at, so that a document only meets those that concern it. */
import { checks } from "./checks/index.generated.ts";
import type { Check } from "./check.ts";
import type { DecodeKind } from "./protocol/decoder.ts";
import { fieldNamed, messageNamed } from "./protocol/schema.ts";
import type { RefusalKind } from "./protocol/validate.ts";

const byCode = new Map(checks.map((check) => [check.code, check]));
const byDecodeKind = groupBy<DecodeKind>((check) => check.decodes ?? []);
const byRefusalKind = groupBy<RefusalKind>((check) => check.refuses ?? []);
const byFieldId = groupByField();
const NO_CHECKS: readonly Check[] = [];

export const ruleChecks: readonly Check[] = checks.filter((check) => "check" in check);
export const fileChecks: readonly Check[] = checks.filter((check) => "checkFile" in check);

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

/** The checks of a field's value, by the field's id. */
export function checksForField(id: number): readonly Check[] | undefined {
  return byFieldId[id];
}

/** The check that is named like the kind is the general one and comes last. */
function groupBy<K extends string>(kindsOf: (check: Check) => readonly K[]): Map<K, Check[]> {
  const groups = new Map<K, Check[]>();
  for (const check of checks)
    for (const kind of kindsOf(check)) groups.set(kind, [...(groups.get(kind) ?? []), check]);
  for (const [kind, group] of groups) group.sort((a, b) => Number(a.code === kind) - Number(b.code === kind));
  return groups;
}

function groupByField(): (Check[] | undefined)[] {
  const groups: (Check[] | undefined)[] = [];
  const flat = new Set(messageNamed("CreateSIPDispatchRuleRequest").fields.map((field) => field.name));
  for (const check of checks)
    for (const path of check.fields ?? []) {
      const [message, name] = path.split(".");
      const paths = [path];
      if (message === "SIPDispatchRuleInfo" && flat.has(name ?? ""))
        paths.push(`CreateSIPDispatchRuleRequest.${name}`);
      for (const each of paths) (groups[fieldNamed(each).id] ??= []).push(check);
    }
  return groups;
}
