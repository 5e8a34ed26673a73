/** What becomes of the attributes of a rule (`EvaluateDispatchRule`, livekit/protocol, and the SIP service after it). */
import { Kind, NONE } from "../../../json/tree.ts";
import { textOf, type Subject } from "../subject.ts";
import { say, sayList, type Words } from "../words.ts";

/** LiveKit sets these for every call. */
const ALWAYS_SET: ReadonlySet<string> = new Set(["sip.callID", "sip.trunkID", "sip.ruleID"]);
/** And these unless the number is hidden. */
const SET_UNLESS_HIDDEN: ReadonlySet<string> = new Set([
  "sip.phoneNumber",
  "sip.hostname",
  "sip.trunkPhoneNumber",
]);
/** The SIP service writes these from the headers of a call. */
const OF_SERVICE = /^sip\.(?:h|twilio|telnyx|amazon)\./;

/** An entry, or all of them. */
export function explainAttributes(subject: Subject): Words[] {
  const { tree, scope, value } = subject;
  if (scope.field?.isMap) return entryWords(subject);
  if (tree.kind(value) !== Kind.Object) return [];
  const names = tree.children(value).map((key) => tree.stringValue(key));
  if (names.length === 0) return [say`No attributes.`];
  return [sayList("Every caller's participant gets ", names, ".")];
}

function entryWords(subject: Subject): Words[] {
  const { tree, key } = subject;
  if (key === NONE) return [];
  const name = tree.stringValue(key);
  const text = textOf(subject);
  if (ALWAYS_SET.has(name)) return [say`LiveKit sets ${name} itself, whatever stands here.`];
  if (SET_UNLESS_HIDDEN.has(name))
    return [say`LiveKit sets ${name} itself, unless ${"hide_phone_number"} keeps it from doing so.`];
  if (OF_SERVICE.test(name)) return [say`${name} is LiveKit's own: it is filled from the headers of a call.`];
  if (text === undefined) return [];
  if (text === "") return [say`An empty value vanishes: nobody gets ${name}.`];
  return [say`Every caller's participant gets ${name} with the value ${text}.`];
}
