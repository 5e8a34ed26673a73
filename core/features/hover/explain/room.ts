/** Into which room a call goes, and what of a caller is seen there. */
import { Kind } from "../../../json/tree.ts";
import { memberOf, RuleView, type KindView } from "../../../rules/rule-view.ts";
import { previewRoom, SAMPLE_CALLED, SAMPLE_CALLER, shownEnd } from "../../preview.ts";
import type { Subject } from "../subject.ts";
import { say, type Words } from "../words.ts";

/** For everything that has a say in the room's name. */
export function explainRoom({ rule }: Subject): Words[] {
  return rule ? roomWords(rule) : [];
}

/** The same for a member that holds a whole rule. */
export function explainRule({ tree, value, field }: Subject): Words[] {
  return field?.type && tree.kind(value) === Kind.Object
    ? roomWords(new RuleView(tree, value, field.type))
    : [];
}

function roomWords(rule: RuleView): Words[] {
  const { kind } = rule;
  if (!kind || rule.tree.kind(kind.value) !== Kind.Object) return [];
  const room = previewRoom(rule);
  if (room === "") return [say`No room is named, so no call can join.`];
  return [destination(rule, kind, room), ...consequence(rule, kind)];
}

function destination(rule: RuleView, { kind }: KindView, room: string): Words {
  switch (kind) {
    case "direct":
      return say`Every call goes into the room ${room}.`;
    case "individual":
      return say`A call from ${caller(rule)} goes into the room ${room}.`;
    case "callee":
      return say`A call to ${called(rule)} goes into the room ${room}.`;
  }
}

function consequence(rule: RuleView, kind: KindView): Words[] {
  const isSet = (name: string): boolean => flag(rule, kind, name);
  if (kind.kind === "direct") return [];
  if (kind.kind === "individual")
    return isSet("no_randomness") ? [say`All calls of one caller go into the same room.`] : [RANDOM];
  return isSet("randomize") ? [RANDOM] : [say`All who call this number meet in that room.`];
}

const RANDOM = say`${"<random>"} stands for 12 random characters: each call has a room of its own.`;

function flag({ tree }: RuleView, kind: KindView, name: string): boolean {
  const member = memberOf(tree, kind.value, name);
  return member !== undefined && tree.kind(member.value) === Kind.True;
}

const caller = (rule: RuleView): string => rule.strings("inbound_numbers")[0]?.value ?? SAMPLE_CALLER;
const called = (rule: RuleView): string => rule.strings("numbers")[0]?.value ?? SAMPLE_CALLED;

/** `hide_phone_number`. */
export function explainHidden(subject: Subject): Words[] {
  const { tree, value, rule } = subject;
  if (!rule) return [];
  const number = caller(rule);
  switch (tree.kind(value)) {
    case Kind.True: {
      const who = say`The caller ${number} is seen as ${`Phone ${shownEnd(number)}`}, and the identity is a hash.`;
      return [who, ...explainRoom(subject)];
    }
    case Kind.False:
      return [
        say`The caller ${number} is seen as ${`Phone ${number}`}, with the identity ${`sip_${number}`}; this is the default.`,
      ];
    default:
      return [];
  }
}
