/** The name of the room to which a rule sends a call, with sample numbers where the rule leaves them open. */
import { Kind, type JsonTree } from "../json/tree.ts";
import { roomName } from "../routing/answer/room.ts";
import { memberOf, stringOf, type Member, type RuleView } from "../rules/rule-view.ts";

/** Who calls, and whom, unless the rule takes only certain numbers. */
export const SAMPLE_CALLER = "+15550100";
export const SAMPLE_CALLED = "+15550199";

/**
 * @returns as in `call-_+15550100_<random>`, where `<random>` stands for LiveKit's 12 random characters; the first
 *   number that the rule itself lists goes before the sample. Empty where the rule has no kind, several, or names
 *   no room.
 */
export function previewRoom(rule: RuleView): string {
  const { kind, tree } = rule;
  if (!kind || tree.kind(kind.value) !== Kind.Object) return "";
  const caller = rule.strings("inbound_numbers")[0]?.value ?? SAMPLE_CALLER;
  const called = rule.strings("numbers")[0]?.value ?? SAMPLE_CALLED;
  const isHidden = isTrue(tree, rule.get("hide_phone_number"));
  const flag = (name: string): boolean => isTrue(tree, memberOf(tree, kind.value, name));
  const isRandom = kind.kind === "individual" ? !flag("no_randomness") : flag("randomize");
  const room = stringOf(tree, kind.room) ?? "";
  const view = { kind: kind.kind, room, pin: "", isRandom };
  return roomName(view, isHidden ? shownEnd(caller) : caller, called);
}

/** What `hide_phone_number` leaves of a calling number: the last four characters, of four or fewer the last one. */
export function shownEnd(number: string): string {
  return number.slice(number.length > 4 ? -4 : -1);
}

function isTrue(tree: JsonTree, member: Member | undefined): boolean {
  return member !== undefined && tree.kind(member.value) === Kind.True;
}
