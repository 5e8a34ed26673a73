/** A rule as the guided flow gathers it, and the file that it becomes. Imports no editor. */
import { previewRoom } from "../../../core/features/preview.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { kindOf as kindView } from "../../../core/routing/rule/rule-kind.ts";
import { roomPattern } from "../../deployed/rule-words.ts";
import { ruleOf } from "../flows/rule-lines.ts";

export type DraftKind = "individual" | "direct" | "callee";

export interface Draft {
  readonly kind: DraftKind;
  /** The room of a direct rule, the prefix of the others; empty for none. */
  readonly room: string;
  /** Empty: nobody is asked. */
  readonly pin: string;
  /** Empty: every trunk. */
  readonly trunkIds: readonly string[];
  /** Called numbers; empty: all. */
  readonly numbers: readonly string[];
  /** Empty: no agent is sent. */
  readonly agentName: string;
  readonly hidePhoneNumber: boolean;
  /** Empty for none. */
  readonly name: string;
}

export const EMPTY_DRAFT: Draft = {
  kind: "individual",
  room: "",
  pin: "",
  trunkIds: [],
  numbers: [],
  agentName: "",
  hidePhoneNumber: false,
  name: "",
};

/** A create request, the only form in which LiveKit keeps every field; only what says something. */
export function draftText(draft: Draft): string {
  const { name, trunkIds, numbers, hidePhoneNumber, agentName } = draft;
  const rule = {
    ...(name !== "" && { name }),
    rule: kindOf(draft),
    ...(trunkIds.length > 0 && { trunk_ids: trunkIds }),
    ...(numbers.length > 0 && { numbers }),
    ...(hidePhoneNumber && { hide_phone_number: true }),
    ...(agentName !== "" && { room_config: { agents: [{ agent_name: agentName }] } }),
  };
  return `${JSON.stringify({ dispatch_rule: rule }, null, 2)}\n`;
}

function kindOf({ kind, room, pin }: Draft): object {
  const place = kind === "direct" ? { room_name: room } : { ...(room !== "" && { room_prefix: room }) };
  // One room for each called number is what the kind is for; LiveKit's default is the same.
  return { [`dispatch_rule_${kind}`]: { ...place, ...(pin !== "" && { pin }) } };
}

/** The same with a word for every number that is left open: `call_<caller>_…`. */
export function draftRoomPattern(draft: Draft): string {
  const kind = kindView(ruleOf(draftText(draft)));
  return kind ? roomPattern(kind) : "";
}

/** The room that a call would get; sample numbers stand for what is left open. */
export function draftRoom(draft: Draft): string {
  const [rule] = readRuleDocument(draftText(draft)).rules;
  return rule ? previewRoom(rule) : "";
}
