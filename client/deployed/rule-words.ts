/** A rule in a line and in a tooltip: what it is, where calls go, which calls it takes. A PIN is never repeated. Imports no editor. */
import { roomName, RANDOM_PART } from "../../core/routing/answer/room.ts";
import type { KindView } from "../../core/routing/rule/rule-kind.ts";
import { agentNames } from "../../core/routing/answer/agent-names.ts";
import { detailText, firstFew } from "../live/safe-text.ts";
import type { DeployedPicture, RulePicture } from "./rule-picture.ts";

type Trunks = DeployedPicture["trunks"];

/** `booking_<caller>_…`; empty for a direct rule without a room. */
export function roomPattern(kind: KindView): string {
  return roomName(kind, "<caller>", "<called>").replace(RANDOM_PART, "…");
}

/** `individual → booking_<caller>_…`. */
export function destination({ kind }: RulePicture): string {
  if (!kind) return "no kind";
  return `${kind.kind} → ${detailText(roomPattern(kind)) || "a room without a name"}`;
}

/** The name of a trunk, or its id where it has none or is not there. */
export function trunkLabel(id: string, trunks: Trunks): string {
  const name = trunks.get(id)?.name ?? "";
  return name === "" ? id : name;
}

/** What narrows a rule down, and who answers: `Main line`, `to +15105550100`. Nothing for a rule that takes every call. */
export function conditions({ rule }: RulePicture, trunks: Trunks): string[] {
  const { trunkIds = [], numbers = [], inboundNumbers = [], roomConfig } = rule;
  const parts = [];
  if (trunkIds.length > 0) parts.push(firstFew(trunkIds.map((id) => trunkLabel(id, trunks))));
  if (numbers.length > 0) parts.push(`to ${firstFew(numbers)}`);
  if (inboundNumbers.length > 0) parts.push(`from ${firstFew(inboundNumbers)}`);
  const agents = agentNames(roomConfig);
  if (agents.length > 0)
    parts.push(`agent ${firstFew(agents.map((name) => (name === "" ? "(any)" : name)))}`);
  return parts;
}

const MOST = 5;

/** For a tooltip. */
export function ruleRows(picture: RulePicture, trunks: Trunks): (readonly [name: string, value: string])[] {
  const { deployed, rule, kind } = picture;
  const { trunkIds = [], numbers = [], inboundNumbers = [], attributes = {}, metadata = "" } = rule;
  const agents = agentNames(rule.roomConfig);
  const named = trunkIds.map((id) => {
    const name = trunks.get(id)?.name ?? "";
    return name === "" ? id : `${name} (${id})`;
  });
  const rows: (readonly [string, string])[] = [
    ["Id", deployed.id],
    ["Goes to", destination(picture)],
    ["PIN", kind && kind.pin !== "" ? "asked for" : ""],
    ["Trunks", named.length === 0 ? "every trunk" : firstFew(named, MOST)],
    ["Called numbers", numbers.length === 0 ? "all" : firstFew(numbers, MOST)],
    ["Calling numbers", inboundNumbers.length === 0 ? "all" : firstFew(inboundNumbers, MOST)],
    ["Agents", firstFew(agents, MOST)],
    ["Number of the caller", rule.hidePhoneNumber === true ? "hidden" : ""],
    ["Attributes", firstFew(Object.keys(attributes), MOST)],
    ["Metadata", metadata === "" ? "" : `${metadata.length.toLocaleString("en")} characters`],
    ["Room preset", rule.roomPreset ?? ""],
    ["Created", rule.createdAt ?? ""],
    ["Updated", rule.updatedAt ?? ""],
  ];
  return rows.filter(([, value]) => value !== "").map(([name, value]) => [name, detailText(value)] as const);
}

/** What a person should know about a rule, in sentences. */
export function ruleNotes({ rule, kind, rank }: RulePicture, picture: DeployedPicture): string[] {
  const notes = [];
  if (!kind) notes.push("It has no kind: LiveKit stops at it with an error, for every call that reaches it.");
  else notes.push(`Of ${picture.rules.length} rules LiveKit prefers it as number ${rank}.`);
  const missing = [...new Set(rule.trunkIds)].filter((id) => !picture.trunks.has(id));
  if (missing.length > 0)
    notes.push(`Not among the inbound trunks of this project: ${firstFew(missing, MOST)}.`);
  return notes;
}
