/** What a simulation could not take into account, and what else decides about the call. */
import { inWords, named } from "../../text/show.ts";
import type { Explanation } from "../reasons.ts";
import { ruleName } from "../reasons/names.ts";
import { routeCall, type RouteInput } from "../route.ts";
import { comparePriority } from "../rule/priority.ts";
import type { DispatchRule } from "../types.ts";
import type { Question } from "./simulation.ts";
import { isEnterable } from "../after/pin-entry.ts";

const MOST = 5;
export function notesOn(question: Question, input: RouteInput, explanation: Explanation): string[] {
  const { leftOut, trunks } = question;
  return [
    ...leftOut.map(({ place, reason }) => `${place} was left out: ${reason}.`),
    ...(trunks ? missingTrunks(input) : withoutTrunks(input)),
    ...conflictNote(explanation),
    ...ties(explanation),
    ...loginNote(explanation),
    ...pinNote(input),
    ...versionNotes(explanation),
  ];
}

function withoutTrunks(input: RouteInput): string[] {
  const notes = [
    "No trunks were given (--trunks), so numbers, allowed numbers and allowed addresses of trunks were not looked at, and the call counts as one that no trunk takes.",
  ];
  const ids = listedTrunks(input.rules);
  for (const id of ids.slice(0, MOST)) {
    const { rule, result } = routeCall({ ...input, trunks: [{ sipTrunkId: id }] });
    const end =
      result === "ERROR"
        ? "it ends in an error"
        : rule
          ? `${ruleName(rule)} goes first`
          : "no rule fits it either";
    notes.push(`If the trunk ${named(id)} takes the call, ${end}.`);
  }
  if (ids.length > MOST) notes.push(`The rules list ${ids.length - MOST} more trunks.`);
  return notes;
}

function missingTrunks({ rules, trunks }: RouteInput): string[] {
  const known = new Set(trunks.map(({ sipTrunkId: id = "" }) => id));
  const missing = listedTrunks(rules).filter((id) => !known.has(id));
  const notes =
    missing.length === 0
      ? []
      : [`The rules list trunks that are not among those given: ${someOf(missing.map(named))}.`];
  if (known.has(""))
    notes.push("A trunk without an id is one that LiveKit does not have yet; no rule can list it.");
  return notes;
}

function listedTrunks(rules: readonly DispatchRule[]): string[] {
  return [...new Set(rules.flatMap(({ trunkIds = [] }) => trunkIds))];
}

function someOf(names: readonly string[]): string {
  const rest = names.length - MOST;
  return inWords(rest > 0 ? [...names.slice(0, MOST), `${rest} more`] : names);
}

/** New rules are refused before they can break calls. */
function conflictNote({ outcome: { fault } }: Explanation): string[] {
  if (!fault || !("rule" in fault) || !fault.other) return [];
  const isNew = [fault.rule, fault.other].some(({ sipDispatchRuleId: id = "" }) => id === "");
  return isNew
    ? [
        `LiveKit refuses ${ruleName(fault.rule)} beside ${ruleName(fault.other)} when it is created; this is what happens where both are stored all the same. \`livekit-dispatch conflicts\` shows both places.`,
      ]
    : [];
}

/** In a full tie the lower id goes first, and a rule that is not deployed has none. */
function ties({ outcome: { rule: winner }, steps }: Explanation): string[] {
  if (!winner) return [];
  const tied = (steps.at(-1)?.rules ?? []).filter(
    ({ rule, role, other }) =>
      role === "beaten" &&
      other === winner &&
      comparePriority(rule, winner) === 0 &&
      (rule.trunkIds?.length ?? 0) > 0 === (winner.trunkIds?.length ?? 0) > 0 &&
      ((rule.sipDispatchRuleId ?? "") === "" || (winner.sipDispatchRuleId ?? "") === ""),
  );
  return tied
    .slice(0, MOST)
    .map(
      ({ rule }) =>
        `${ruleName(winner)} and ${ruleName(rule)} weigh the same, and LiveKit takes the one with the lower id: which one that will be is not known before both are deployed.`,
    );
}

function loginNote({ outcome }: Explanation): string[] {
  const { trunk } = outcome.trunk;
  return trunk?.hasPassword === true && (trunk.authUsername ?? "") !== ""
    ? ["The trunk wants a user name and a password; the call was taken to have them."]
    : [];
}

function pinNote({ call }: RouteInput): string[] {
  return call.pin === "" || isEnterable(call.pin)
    ? []
    : ["No phone can enter this PIN: LiveKit hears 0 to 9, * and a to d, at most sixteen of them."];
}

/** A call without a rule is told in full where the caller's side is. */
function versionNotes({ outcome }: Explanation): string[] {
  return outcome.versions
    .filter(({ code }) => code !== "no-rule-drops")
    .map(({ servers, text }) => `Other servers (${servers}): ${text}`);
}
