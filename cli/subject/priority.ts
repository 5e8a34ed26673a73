/** `subject -- priority`: LiveKit's order of rules. */
import { readRule } from "../../core/routing/input/read.ts";
import { rulePriority, sortByPriority, tieBreaker } from "../../core/routing/rule/priority.ts";

export function priorityAnswer(question: { id: unknown; rules?: unknown[] }): object {
  const rules = (question.rules ?? []).map((rule) => readRule(rule).value);
  // What an empty list is in LiveKit's own answer.
  if (rules.length === 0) return { id: question.id, ok: true, priority: null, order: null, room: null };
  return {
    id: question.id,
    ok: true,
    priority: rules.map(rulePriority),
    order: sortByPriority(rules).map((rule) => rule.sipDispatchRuleId ?? ""),
    room: rules.map(tieBreaker),
  };
}
