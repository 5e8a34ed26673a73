/** The fields of a rule that LiveKit writes itself: a create request leaves them out. */
import type { JsonTree, Node } from "../../json/tree.ts";
import { fieldNamed } from "../../protocol/schema.ts";
import type { RemovedField } from "./conversion.ts";

const ID = fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id");
const CREATED = fieldNamed("SIPDispatchRuleInfo.created_at");
const UPDATED = fieldNamed("SIPDispatchRuleInfo.updated_at");

/** Both spellings of a rule's id. */
export const ID_SPELLINGS: readonly string[] = [ID.name, ID.json];

/** livekit/protocol, `CreateSIPDispatchRuleRequest.Validate`, refuses an id; it does not look at the times. */
const REASONS = new Map([
  ...ID_SPELLINGS.map((name): [string, string] => [
    name,
    "LiveKit gives a new rule its id and refuses a create request that holds one.",
  ]),
  ...[CREATED.name, CREATED.json, UPDATED.name, UPDATED.json].map((name): [string, string] => [
    name,
    "It is LiveKit's record of the rule that was stored; a new rule has a time of its own.",
  ]),
]);

/** The keys of a rule's fields that belong to the server, whatever they hold. */
export function serverKeys(tree: JsonTree, rule: Node): Node[] {
  return tree.children(rule).filter((key) => REASONS.has(tree.stringValue(key)));
}

/** The fields of these keys with the reason why they go, each spelling once. */
export function asRemoved(tree: JsonTree, keys: readonly Node[]): RemovedField[] {
  const names = new Set(keys.map((key) => tree.stringValue(key)));
  return [...names].map((name) => ({ name, reason: REASONS.get(name) ?? "" }));
}
