/**
 * A rule of another kind, with what fits: the PIN stays, the room's name becomes the prefix and back. Calls that
 * had rooms of their own keep them.
 */
import { parentOf } from "../../json/parents.ts";
import { ruleAround } from "../../checks/support/rule-places.ts";
import { spell, spellingNear } from "../../checks/support/spelling.ts";
import type { RuleDocument } from "../../document.ts";
import { insertMember, removeChild, renameKey, replaceNode } from "../../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit, Range } from "../../problem.ts";
import { fieldOf, keyOf } from "../../protocol/fields.ts";
import { messageNamed, type Field, type Message } from "../../protocol/schema.ts";
import type { KindView } from "../../rules/rule-view.ts";
import { nodeAround } from "../node-around.ts";
import { rewrite, type Refactoring } from "./refactoring.ts";

const RULE = messageNamed("SIPDispatchRule");

interface RuleKind {
  readonly kind: KindView["kind"];
  readonly field: string;
  readonly room: string;
  /** Which flag says whether each call gets a room of its own, and whether it says so by being false. */
  readonly flag: string | undefined;
  readonly isNegated: boolean;
  readonly title: string;
}

const KINDS: readonly RuleKind[] = [
  {
    kind: "direct",
    field: "dispatch_rule_direct",
    room: "room_name",
    flag: undefined,
    isNegated: false,
    title: "Make it a direct rule: one room for all callers",
  },
  {
    kind: "individual",
    field: "dispatch_rule_individual",
    room: "room_prefix",
    flag: "no_randomness",
    isNegated: true,
    title: "Make it an individual rule: rooms named after the calling number",
  },
  {
    kind: "callee",
    field: "dispatch_rule_callee",
    room: "room_prefix",
    flag: "randomize",
    isNegated: false,
    title: "Make it a callee rule: rooms named after the called number",
  },
];

/** Offered in `rule`, where it has one kind and that one's fields can be carried over. */
export function switchKind(document: RuleDocument, range: Range): readonly Refactoring[] {
  const { tree } = document;
  const node = nodeAround(tree, range.start);
  const rule = node === NONE ? undefined : ruleAround(document, node);
  const member = rule?.get("rule");
  const view = rule?.kind;
  if (!member || !view || tree.kind(view.value) !== Kind.Object) return [];
  if (range.end < tree.start(member.key) || range.start > tree.end(member.value)) return [];
  const from = KINDS.find(({ kind }) => kind === view.kind);
  return KINDS.flatMap((to) => {
    const field = RULE.spellings.get(to.field);
    if (!from || !field?.type || to === from || keyOf(tree, member.value, field) !== NONE) return [];
    const edits = contentEdits(tree, view.value, from, to, field.type);
    return edits ? [rewrite(to.title, [rename(tree, view.key, field), ...edits])] : [];
  });
}

/** `undefined` where a field would stand twice, or a flag is no flag. */
function contentEdits(
  tree: JsonTree,
  object: Node,
  from: RuleKind,
  to: RuleKind,
  message: Message,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const taken = new Set<Field>();
  let hasFlag = false;
  for (const key of tree.children(object)) {
    const name = fieldOf(tree, key)?.name ?? tree.stringValue(key);
    const isFlag = name === from.flag;
    const newName = isFlag ? to.flag : name === from.room ? to.room : name;
    const field = newName === undefined ? undefined : message.spellings.get(newName);
    if (field && taken.has(field)) return undefined;
    if (field) taken.add(field);
    if (isFlag) {
      const value = tree.kind(key + 1);
      if (hasFlag || (value !== Kind.True && value !== Kind.False && value !== Kind.Null)) return undefined;
      hasFlag = true;
      // Both flags are opposites, and `false` is what an absent one means.
      if (field && value !== Kind.True)
        edits.push(rename(tree, key, field), replaceNode(tree, key + 1, "true"));
      else edits.push(removeChild(tree, object, key));
    } else if (field && newName !== name) edits.push(rename(tree, key, field));
  }
  // A callee rule without it would put callers into one room that had their own before.
  const flag =
    from.isNegated && !hasFlag && to.flag !== undefined ? message.spellings.get(to.flag) : undefined;
  if (flag && taken.has(flag)) return undefined;
  return flag ? [...edits, insertMember(tree, object, flag.name, "true")] : edits;
}

/** In the spelling that the key has or, where it has one word, the fields around it. */
function rename(tree: JsonTree, key: Node, field: Field): Edit {
  const spelling = spellingNear(tree, parentOf(tree, key), tree.stringValue(key));
  return renameKey(tree, key, spell(field, spelling));
}
