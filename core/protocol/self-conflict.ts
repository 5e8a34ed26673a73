/** The conflict of a rule with itself (livekit/protocol, sip/sip.go, `DispatchRuleValidator`). */
import { quoteBytes } from "../json/go-quote.ts";
import { Kind, Layout, NONE, type JsonTree, type Node } from "../json/tree.ts";
import { isLetterOrDigit } from "../text/characters.ts";
import { textOf } from "./fields.ts";
import { normalizeNumber } from "./phone-number.ts";
import type { Refusal } from "./refusal.ts";
import { partsOf, type RuleFields, type RuleParts } from "./rule-parts.ts";
import type { Field } from "./schema.ts";

/**
 * What the server finds when it holds a new rule against the stored ones, as far as the rule itself goes:
 * no kind, or one trunk or number twice. `info` is the rule, `fields` how its message spells them.
 */
export function conflictsWithItself(tree: JsonTree, info: Node, fields: RuleFields, found: Refusal[]): void {
  partsConflict(tree, info, fields, partsOf(tree, info), found);
}

/** The same for a rule whose parts are known already. */
export function partsConflict(
  tree: JsonTree,
  info: Node,
  fields: RuleFields,
  parts: RuleParts,
  found: Refusal[],
): void {
  if (parts.rule === NONE) return;
  if (!hasKind(tree, parts.rule))
    found.push({
      kind: "rule-without-kind",
      stage: "conflict",
      text: "unsupported SIP Dispatch Rule: <nil>",
      node: parts.rule,
    });
  const { trunks, callers, numbers } = parts;
  if (hasSeveral(tree, trunks)) repeated(tree, info, fields, fields.trunks, trunks, found);
  if (hasSeveral(tree, callers)) repeated(tree, info, fields, fields.callers, callers, found);
  if (fields.numbers && hasSeveral(tree, numbers))
    repeated(tree, info, fields, fields.numbers, numbers, found);
}

/** Whether one of the rule's kinds, the members of its oneof, holds something. */
function hasKind(tree: JsonTree, rule: Node): boolean {
  const { nodes } = tree;
  if ((nodes[rule * Layout.Stride]! & Layout.KindBits) !== Kind.Object) return false;
  const end = nodes[rule * Layout.Stride + 3]!;
  for (let key = rule + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!)
    if (
      nodes[key * Layout.Stride + 3]! > 0 &&
      (nodes[key * Layout.Stride + Layout.Stride]! & Layout.KindBits) !== Kind.Null
    )
      return true;
  return false;
}

function hasSeveral({ nodes }: JsonTree, list: Node): boolean {
  return list !== NONE && nodes[list * Layout.Stride + 3]! - list > 2;
}

/**
 * A quick look that spares most lists the comparison: one item, or strings that end with different characters.
 * Numbers that are equal in LiveKit's form end with the same digits, unless a bracket or the like comes last.
 */
function mayRepeat(tree: JsonTree, list: Node): boolean {
  const { nodes, text } = tree;
  if ((nodes[list * Layout.Stride]! & Layout.KindBits) !== Kind.Array) return false;
  const end = nodes[list * Layout.Stride + 3]!;
  let seen = 0;
  for (let item = list + 1; item < end; item = nodes[item * Layout.Stride + 3]!) {
    const close = nodes[item * Layout.Stride + 2]! - 1;
    const last = text.charCodeAt(close - 1);
    const previous = text.charCodeAt(close - 2);
    if (!isLetterOrDigit(last) || !isLetterOrDigit(previous)) return true;
    const bit = 1 << ((last * 10 + previous) & 31);
    if ((seen & bit) !== 0) return true;
    seen |= bit;
  }
  return false;
}

/** Two equal values of one list make the rule's keys collide (numbers are compared in LiveKit's one form). */
function repeated(
  tree: JsonTree,
  info: Node,
  fields: RuleFields,
  field: Field,
  list: Node,
  found: Refusal[],
): void {
  if (!mayRepeat(tree, list)) return;
  const seen = new Map<string, Node>();
  for (const item of tree.children(list)) {
    if (tree.kind(item) !== Kind.String) continue;
    const value = tree.stringValue(item);
    const key = field === fields.trunks ? value : normalizeNumber(value);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, item);
    else {
      const text = conflictText("", textOf(tree, info, fields.name));
      found.push({ kind: "duplicate-trunk-or-number", stage: "conflict", text, node: item, other });
    }
  }
}

/** The text of a conflict with the rule of this id and name (`printID`, `printName` in sip/sip.go). */
export function conflictText(id: string, name: string): string {
  const quote = (value: string): string => quoteBytes(new TextEncoder().encode(value));
  return `Dispatch rule for the same trunk, inbound number, number, and PIN combination already exists in dispatch rule ${quote(id === "" ? "<new>" : id)} ${quote(name === "" ? "<blank name>" : name)}`;
}
