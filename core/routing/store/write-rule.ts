/**
 * What the server answers when a rule is created or updated beside stored ones (livekit/livekit, pkg/service/sip.go,
 * `CreateSIPDispatchRule` and `UpdateSIPDispatchRule`).
 */
import { upgradedMedia } from "../answer/media.ts";
import { validateRules, type RuleFault } from "../rule/rule-validator.ts";
import type { DispatchRule, Fault } from "../types.ts";
import { replacedRule, updatedRule } from "./apply-update.ts";
import { listedRules } from "./listed.ts";
import type { CreateRequest, UpdateRequest } from "./requests.ts";
import { createFault, ruleFault, updateFault } from "./validate-rule.ts";

export type Written =
  /** What is stored; a created rule still without its id. */
  | { readonly ok: true; readonly stored: DispatchRule }
  | {
      readonly ok: false;
      readonly stage: "validate" | "load" | "apply" | "conflict";
      readonly fault: Fault | RuleFault;
    };

const NOT_FOUND: Fault = { code: "not_found", text: "requested sip dispatch rule does not exist" };

/** @param rules stored ones, in any order */
export function createRule(rules: readonly DispatchRule[], request: CreateRequest): Written {
  const text = createFault(request);
  if (text !== undefined) return invalid(text);
  const { sipDispatchRuleId: _, ...stored } = ruleOf(request);
  // Only the trunks at the top of the request narrow the list: a wrapped rule is held against all.
  const { fault } = validateRules(alternating(listedRules(rules, request.trunkIds ?? []), stored));
  return fault ? { ok: false, stage: "conflict", fault } : { ok: true, stored };
}

/** `DispatchRuleInfo`: the wrapped rule, whose media is upgraded, or the fields of the older form. */
function ruleOf({ dispatchRule, ...flat }: CreateRequest): DispatchRule {
  if (!dispatchRule) return flat;
  return { ...dispatchRule, media: upgradedMedia(dispatchRule.media, dispatchRule.mediaEncryption) };
}

/** `iters.MultiIter`: the first stored rule, the new one, the other stored ones. */
export function* alternating(stored: readonly DispatchRule[], added: DispatchRule): Generator<DispatchRule> {
  const [first, ...rest] = stored;
  if (first) yield first;
  yield added;
  yield* rest;
}

/** @param rules stored ones, in any order */
export function updateRule(rules: readonly DispatchRule[], request: UpdateRequest): Written {
  const text = updateFault(request);
  if (text !== undefined) return invalid(text);
  const isMeant = (rule: DispatchRule): boolean => rule.sipDispatchRuleId === request.sipDispatchRuleId;
  const old = rules.findLast(isMeant);
  if (!old) return { ok: false, stage: "load", fault: NOT_FOUND };
  const stored = request.replace
    ? replacedRule(old, request.replace)
    : updatedRule(old, request.update ?? {});
  const broken = ruleFault(stored);
  if (broken !== undefined) return { ok: false, stage: "apply", fault: { code: "unknown", text: broken } };
  // The list is made for the new trunks. A rule that moves away from all its old ones is not in it, and so is
  // stored unchecked.
  const listed = listedRules(rules, stored.trunkIds ?? []);
  const { fault } = validateRules(listed.map((rule) => (isMeant(rule) ? stored : rule)));
  return fault ? { ok: false, stage: "conflict", fault } : { ok: true, stored };
}

function invalid(text: string): Written {
  return { ok: false, stage: "validate", fault: { code: "invalid_argument", text } };
}
