/** A rule as a server has it. */
import { Kind, NONE, type JsonTree, type Node } from "../../core/json/tree.ts";
import { fieldNamed } from "../../core/protocol/schema.ts";

export interface DeployedRule {
  readonly id: string;
  /** Empty for none. */
  readonly name: string;
  /** Exactly what the server sent, with fields that we do not know: a replacement made of it loses nothing. */
  readonly text: string;
}

const ID = fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id");
const NAME = fieldNamed("SIPDispatchRuleInfo.name");

/** @returns `undefined` for a list's item that is none: `null`, or all defaults for what the server did not find */
export function deployedRule(tree: JsonTree, node: Node): DeployedRule | undefined {
  const id = textMember(tree, node, ID.name, ID.json);
  if (id === "") return undefined;
  return { id, name: textMember(tree, node, NAME.name), text: tree.raw(node) };
}

/** The text under the first of these spellings that the object has. */
export function textMember(tree: JsonTree, object: Node, ...spellings: readonly string[]): string {
  for (const spelling of spellings) {
    const key = tree.member(object, spelling);
    if (key !== NONE && tree.kind(key + 1) === Kind.String) return tree.stringValue(key + 1);
  }
  return "";
}
