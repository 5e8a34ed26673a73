/** The rules that a document puts into LiveKit, for routing; nothing of what LiveKit would refuse. */
import type { RuleDocument } from "../document.ts";
import type { JsonTree, Node } from "../json/tree.ts";
import { NONE } from "../json/tree.ts";
import { canonicalMessage } from "../protocol/canonical.ts";
import { syntaxText } from "../protocol/livekit-text.ts";
import { readRule } from "../routing/input/read.ts";
import type { DispatchRule } from "../routing/types.ts";

/** A rule and where it stands. */
export interface RuleInDocument {
  readonly rule: DispatchRule;
  /** Offset of the object that holds its fields. */
  readonly start: number;
}

export type RulesInDocument =
  | { readonly ok: true; readonly rules: readonly RuleInDocument[] }
  /** `reason` is a sentence without its full stop; it quotes LiveKit where LiveKit refuses. */
  | { readonly ok: false; readonly reason: string; readonly start: number };

/** @param document read for `auto`: each file as what it is */
export function rulesInDocument(document: RuleDocument): RulesInDocument {
  const { tree, verdict, form } = document;
  const syntax = tree.problems[0];
  if (syntax) return refused(syntaxText(tree, syntax), syntax.start);
  if (!verdict) return { ok: false, reason: "nothing in it is a dispatch rule's", start: 0 };
  if (!verdict.ok) return refused(verdict.error ?? "", startOf(tree, verdict.first));
  const refusal = document.serverRefusals[0];
  if (refusal) return refused(refusal.text, tree.start(refusal.node));
  if (form === "update") return updated(document);
  return { ok: true, rules: document.rules.map(({ node }) => ruleAt(tree, node)) };
}

function ruleAt(tree: JsonTree, node: Node): RuleInDocument {
  return { rule: readRule(canonicalMessage(tree, node)).value, start: tree.start(node) };
}

/** What replaces a rule is a whole rule; what changes parts of one is not. */
function updated({ tree, rules: [replacement] }: RuleDocument): RulesInDocument {
  if (!replacement)
    return {
      ok: false,
      reason: "it changes parts of a deployed rule, and the other parts are not in the file",
      start: 0,
    };
  const { rule, start } = ruleAt(tree, replacement.node);
  const key = [tree.member(0, "sip_dispatch_rule_id"), tree.member(0, "sipDispatchRuleId")].find(
    (found) => found !== NONE,
  );
  const id = key === undefined ? "" : tree.stringValue(key + 1);
  return { ok: true, rules: [{ rule: { ...rule, sipDispatchRuleId: id }, start }] };
}

function refused(text: string, start: number): RulesInDocument {
  return { ok: false, reason: `LiveKit refuses it: ${text}`, start };
}

function startOf(
  tree: JsonTree,
  problem: { readonly start: number } | { readonly node: Node } | undefined,
): number {
  if (!problem) return 0;
  return "node" in problem ? tree.start(problem.node) : problem.start;
}
