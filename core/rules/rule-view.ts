/** A rule in a document as the checks and features see it: fields by LiveKit's names, with their places. */
import { Kind, Layout, type JsonTree, type Node } from "../json/tree.ts";
import { fieldById, type Field, type Message } from "../protocol/schema.ts";

/** A field that is present, with its key and its value. */
export interface Member {
  readonly field: Field;
  readonly key: Node;
  readonly value: Node;
}

/** One of `direct`, `individual`, `callee`, with its fields. */
export interface KindView extends Member {
  readonly kind: "direct" | "individual" | "callee";
  /** `room_name` of a direct rule, `room_prefix` of the others. */
  readonly room: Member | undefined;
  readonly pin: Member | undefined;
}

const KINDS: Readonly<Record<string, KindView["kind"]>> = {
  dispatch_rule_direct: "direct",
  dispatch_rule_individual: "individual",
  dispatch_rule_callee: "callee",
};

export class RuleView {
  private kindViews: KindView[] | undefined;

  /**
   * @param node the object that holds the rule's fields, already decoded as `message`
   * @param message `SIPDispatchRuleInfo`, or `CreateSIPDispatchRuleRequest` for the bare form
   */
  constructor(
    readonly tree: JsonTree,
    readonly node: Node,
    readonly message: Message,
  ) {}

  /** A field of the rule by LiveKit's name (`trunk_ids`); `undefined` where it is absent or null. */
  get(name: string): Member | undefined {
    return memberOf(this.tree, this.node, name);
  }

  /** The text of a string field or `""`, LiveKit's default. */
  text(name: string): string {
    return stringOf(this.tree, this.get(name)) ?? "";
  }

  /** The strings of a list field that are strings, with their places. */
  strings(name: string): { readonly value: string; readonly node: Node }[] {
    const list = this.get(name);
    if (!list || this.tree.kind(list.value) !== Kind.Array) return [];
    const found = [];
    for (const item of this.tree.children(list.value))
      if (this.tree.kind(item) === Kind.String)
        found.push({ value: this.tree.stringValue(item), node: item });
    return found;
  }

  /** The kinds under `rule` that hold something; LiveKit wants exactly one. */
  get kinds(): readonly KindView[] {
    this.kindViews ??= this.readKinds();
    return this.kindViews;
  }

  /** The rule's kind, if it has exactly one. */
  get kind(): KindView | undefined {
    return this.kinds.length === 1 ? this.kinds[0] : undefined;
  }

  private readKinds(): KindView[] {
    const views: KindView[] = [];
    const rule = this.get("rule");
    if (!rule) return views;
    for (const member of membersOf(this.tree, rule.value)) {
      const kind = KINDS[member.field.name];
      if (!kind) continue;
      const room = memberOf(this.tree, member.value, kind === "direct" ? "room_name" : "room_prefix");
      views.push({ ...member, kind, room, pin: memberOf(this.tree, member.value, "pin") });
    }
    return views;
  }
}

/** A field of any decoded message by LiveKit's name; `undefined` where it is absent or null. */
export function memberOf(tree: JsonTree, object: Node, name: string): Member | undefined {
  if (tree.kind(object) !== Kind.Object) return undefined;
  const { nodes } = tree;
  const end = nodes[object * Layout.Stride + 3]!;
  for (let key = object + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!) {
    const field = fieldById(nodes[key * Layout.Stride + 3]!);
    if (field?.name === name && tree.kind(key + 1) !== Kind.Null) return { field, key, value: key + 1 };
  }
  return undefined;
}

/** The fields of any decoded message that are not null, in order. */
export function membersOf(tree: JsonTree, object: Node): Member[] {
  const members: Member[] = [];
  for (const key of tree.children(object)) {
    const field = fieldById(tree.nodes[key * Layout.Stride + 3]!);
    if (field && tree.kind(key + 1) !== Kind.Null) members.push({ field, key, value: key + 1 });
  }
  return members;
}

/** The value of a string member; `undefined` where it is absent or no string. */
export function stringOf(tree: JsonTree, member: Member | undefined): string | undefined {
  return member && tree.kind(member.value) === Kind.String ? tree.stringValue(member.value) : undefined;
}
