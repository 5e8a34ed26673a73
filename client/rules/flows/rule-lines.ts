/** What a rule does, in the lines of a question. Imports no editor. */
import { readRule } from "../../../core/routing/input/read.ts";
import { kindOf } from "../../../core/routing/rule/rule-kind.ts";
import type { DispatchRule } from "../../../core/routing/types.ts";
import type { DeployedTrunk } from "../../../livekit/trunk-service.ts";
import { conditions, destination } from "../../deployed/rule-words.ts";
import { messageText } from "../../live/safe-text.ts";

/** Calls go where, and which of them. @param trunks `undefined`: not known */
export function ruleLines(rule: DispatchRule, trunks: readonly DeployedTrunk[] | undefined): string[] {
  const byId = new Map((trunks ?? []).map((trunk) => [trunk.id, { ...trunk, name: nameAndId(trunk) }]));
  const picture = {
    deployed: { id: "", name: rule.name ?? "", text: "" },
    rule,
    kind: kindOf(rule),
    rank: 0,
  };
  const which = conditions(picture, byId);
  const lines = [
    `Goes to: ${messageText(destination(picture), 200)}`,
    `Takes: ${which.length === 0 ? "every call that no other rule takes" : messageText(which.join(", "), 300)}`,
  ];
  if ((picture.kind?.pin ?? "") !== "") lines.push("Asks the caller for a PIN");
  const missing = trunks ? (rule.trunkIds ?? []).filter((id) => !byId.has(id)) : [];
  if (missing.length > 0)
    lines.push(`Warning: this project has no inbound trunk ${messageText(missing.join(", "), 200)}`);
  return lines;
}

/** @param text JSON of a rule itself, or of a create request */
export function ruleOf(text: string): DispatchRule {
  const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return readRule(value["dispatch_rule"] ?? value["dispatchRule"] ?? value).value;
}

/** Both, because two trunks may share a name; an id alone tells nobody anything. */
function nameAndId({ id, name }: DeployedTrunk): string {
  return name === "" ? id : `${name} (${id})`;
}
