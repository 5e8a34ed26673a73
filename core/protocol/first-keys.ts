/** Which key was there first, for messages in which something stands twice. */
import { Kind, Layout, type JsonTree, type Node } from "../json/tree.ts";
import { findField, type Message } from "./schema.ts";

/** Gathered once for an object: there may be thousands of keys that stand twice in it. */
export class FirstKeys {
  private readonly found = new Map<Node, ReadonlyMap<number | string, Node>>();

  constructor(private readonly tree: JsonTree) {}

  /** @param of a field's id, or the name of a oneof, of which only members that are not null count */
  of(object: Node, message: Message, of: number | string): Node | undefined {
    let first = this.found.get(object);
    if (first === undefined) {
      first = this.gather(object, message);
      this.found.set(object, first);
    }
    return first.get(of);
  }

  private gather(object: Node, message: Message): Map<number | string, Node> {
    const { tree } = this;
    const { nodes } = tree;
    const first = new Map<number | string, Node>();
    const end = nodes[object * Layout.Stride + 3]!;
    for (let key = object + 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!) {
      const name = tree.stringValue(key);
      const field = findField(message, name, 0, name.length);
      if (!field) continue;
      if (!first.has(field.id)) first.set(field.id, key);
      if (field.oneof && tree.kind(key + 1) !== Kind.Null && !first.has(field.oneof.name))
        first.set(field.oneof.name, key);
    }
    return first;
  }
}
