/** A dispatch-rule document, read once: the tree, what form it has, what LiveKit says, the rules in it. */
import { readJson } from "./json/reader.ts";
import { Kind, type JsonTree, type Node } from "./json/tree.ts";
import { decode } from "./protocol/decoder.ts";
import type { DecodeProblem } from "./protocol/decode-problem.ts";
import { FIELD_NAMES, messageNamed, type Message } from "./protocol/schema.ts";
import type { Refusal } from "./protocol/refusal.ts";
import { judge, type Verdict } from "./protocol/verdict.ts";
import { shapeOf, type Form } from "./rules/forms.ts";
import { RuleView } from "./rules/rule-view.ts";
import { planFor, type Plan, type Target } from "./rules/targets.ts";

const INFO = messageNamed("SIPDispatchRuleInfo");
const NOTHING: readonly never[] = [];

/** Where refusals are gathered; empty but for the time that this takes. */
const gathered: Refusal[] = [];

export class RuleDocument {
  private views: readonly RuleView[] | undefined;

  constructor(
    readonly tree: JsonTree,
    readonly form: Form,
    readonly target: Target,
    /** How it is judged; `undefined` where `auto` finds nothing of a dispatch rule. */
    readonly plan: Plan | undefined,
    /** LiveKit's verdict by that plan. */
    readonly verdict: Verdict | undefined,
    /** What is wrong inside a rule that the reader does not get to, because the form does not fit. */
    readonly unreached: readonly DecodeProblem[],
    /** The message as which the rules were decoded. */
    private readonly ruleMessage: Message,
    private readonly ruleNodes: readonly Node[],
  ) {}

  get text(): string {
    return this.tree.text;
  }

  /** What the server refuses of what the tool sends, in the order in which it would say so. */
  get serverRefusals(): readonly Refusal[] {
    this.plan?.server(this.tree, gathered);
    return gathered.length > 0 ? gathered.splice(0) : NOTHING;
  }

  /** The rules in the document, in order; none where `auto` finds nothing of a dispatch rule. */
  get rules(): readonly RuleView[] {
    this.views ??= this.ruleNodes.map((node) => new RuleView(this.tree, node, this.ruleMessage));
    return this.views;
  }

  /** The rule in which a node stands. */
  ruleOf(node: Node): RuleView | undefined {
    const { rules } = this;
    let low = 0;
    let high = rules.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rules[middle]!.node <= node) low = middle + 1;
      else high = middle;
    }
    const rule = rules[low - 1];
    return rule && node < this.tree.next(rule.node) ? rule : undefined;
  }
}

/**
 * Reads and judges a text; never throws.
 * @param hasRawBytes as `decodeUtf8` says
 */
export function readRuleDocument(text: string, target: Target = "auto", hasRawBytes = false): RuleDocument {
  const tree = readJson(text, hasRawBytes, FIELD_NAMES);
  const { form, rules } = shapeOf(tree);
  const plan = planFor(form, target);
  if (!plan) return new RuleDocument(tree, form, target, plan, undefined, NOTHING, INFO, NOTHING);
  const verdict = judge(tree, plan.reader, plan.hasId);
  const { ruleMessage } = plan;
  const unreached = ruleMessage ? NOTHING : rules.flatMap((node) => decode(tree, node, INFO));
  return new RuleDocument(tree, form, target, plan, verdict, unreached, ruleMessage ?? INFO, rules);
}

/** The range of a node. */
export function rangeOf(tree: JsonTree, node: Node): { start: number; end: number } {
  return { start: tree.start(node), end: tree.end(node) };
}

/** Whether a bare rule carries an id, so that it is one that LiveKit has stored. */
export function hasRuleId(document: RuleDocument): boolean {
  const id = document.rules[0]?.get("sip_dispatch_rule_id");
  return (
    id !== undefined &&
    document.tree.kind(id.value) === Kind.String &&
    document.tree.stringValue(id.value) !== ""
  );
}
