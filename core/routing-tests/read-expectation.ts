/** What a routing test expects of a call. */
import { Kind, type Node } from "../json/tree.ts";
import type { Fields } from "./fields.ts";
import type { Expectation } from "./test-file.ts";

const EXPECTED = ["rule", "room", "agents", "pin", "reject", "attributes"];

export function readExpectation(fields: Fields, node: Node): Expectation {
  const members = fields.members(node, "An expectation", EXPECTED);
  if (members.size === 0)
    fields.report(fields.range(node), "It expects nothing, so that nothing would be tested.");
  const rule = fields.text(members.get("rule"), "rule");
  const room = fields.text(members.get("room"), "room");
  const agents = fields
    .list(members.get("agents"), "agents")
    ?.map((item) => fields.text(item, "agents") ?? "");
  const pin = fields.truth(members.get("pin"), "pin");
  const reject = rejection(fields, members.get("reject"));
  const attributes = texts(fields, members.get("attributes"));
  if (reject !== undefined && reject !== false)
    for (const name of ["room", "agents", "attributes"]) {
      const place = members.get(name);
      if (place !== undefined) fields.report(fields.range(place), `A call that is refused has no "${name}".`);
    }
  return {
    ...(rule !== undefined && { rule: { value: rule, ...fields.range(members.get("rule") ?? node) } }),
    ...(room !== undefined && { room }),
    ...(agents && { agents }),
    ...(pin !== undefined && { pin }),
    ...(reject !== undefined && { reject }),
    ...(attributes && { attributes }),
  };
}

function rejection(fields: Fields, node: Node | undefined): boolean | string | undefined {
  if (node === undefined) return undefined;
  if (fields.tree.kind(node) === Kind.String) return fields.tree.stringValue(node);
  return fields.truth(node, "reject");
}

function texts(fields: Fields, node: Node | undefined): Readonly<Record<string, string>> | undefined {
  if (node === undefined) return undefined;
  const { tree } = fields;
  if (tree.kind(node) !== Kind.Object) {
    fields.report(fields.range(node), '"attributes" is an object.');
    return undefined;
  }
  return Object.fromEntries(
    tree.children(node).map((key) => [tree.stringValue(key), fields.text(key + 1, "attributes") ?? ""]),
  );
}
