/** `subject -- conflicts`: what the server says to a create or an update, and to sets of rules and of trunks. */
import { readCreateRequest, readRule, readTrunk, readUpdateRequest } from "../../core/routing/input/read.ts";
import { validateRules } from "../../core/routing/rule/rule-validator.ts";
import { createRule, updateRule, type Written } from "../../core/routing/store/write-rule.ts";
import { findTrunkConflict } from "../../core/routing/trunk/trunk-conflicts.ts";
import type { Fault } from "../../core/routing/types.ts";

interface ConflictQuestion {
  id: unknown;
  op: "create" | "update" | "set" | "trunks";
  rules?: unknown[];
  trunks?: unknown[];
  /** `create`: the rule, sent wrapped. */
  new?: unknown;
  request?: unknown;
}

export function conflictsAnswer(question: ConflictQuestion): object {
  return { id: question.id, ...answer(question) };
}

function answer({ op, rules: plainRules = [], trunks = [], new: added, request }: ConflictQuestion): object {
  if (op === "trunks") {
    const conflict = findTrunkConflict(trunks.map((trunk) => readTrunk(trunk).value));
    return conflict ? refused("conflict", conflict) : { ok: true };
  }
  const rules = plainRules.map((rule) => readRule(rule).value);
  switch (op) {
    case "set": {
      const { fault, best } = validateRules(rules);
      return fault ? refused("conflict", fault) : { ok: true, best: best?.sipDispatchRuleId ?? "" };
    }
    case "create":
      return written(createRule(rules, readCreateRequest(request ?? { dispatchRule: added }).value));
    case "update":
      return written(updateRule(rules, readUpdateRequest(request).value));
  }
}

function written(result: Written): object {
  return result.ok ? { ok: true, stored: result.stored } : refused(result.stage, result.fault);
}

function refused(stage: string, { code, text }: Fault): object {
  return { ok: false, stage, code, error: text };
}
