/** Edits that may get a call past the search for a trunk. */
import { judgeTrunk, sameNumber } from "../trunk/judge-trunk.ts";
import type { InboundTrunk } from "../types.ts";
import type { RouteEdit } from "./edits.ts";
import { placeOfTrunk, type Situation } from "./situation.ts";

/** Several trunks fit: each of them may step back, and one that takes every number may take this one in. */
export function severalTrunks(situation: Situation): RouteEdit[] {
  const { outcome, call } = situation;
  const fitting = outcome.trunk.judged.filter(({ verdict }) => verdict.kind === "specific");
  if (fitting.length > 1) return fitting.map(({ trunk }) => stepBack(situation, trunk));
  return outcome.trunk.judged
    .filter(({ verdict }) => verdict.kind === "default")
    .flatMap(({ trunk }): RouteEdit[] => {
      const position = placeOfTrunk(situation, trunk);
      return [
        { kind: "add-trunk-entry", trunk: position, list: "numbers", entry: call.to },
        { kind: "remove-trunk", trunk: position },
      ];
    });
}

/** A trunk that would keep no number would take every number. */
function stepBack(situation: Situation, trunk: InboundTrunk): RouteEdit {
  const position = placeOfTrunk(situation, trunk);
  const number = situation.call.to;
  const keepsSome = trunk.numbers?.some((entry) => sameNumber([entry], number) === undefined) === true;
  return keepsSome
    ? { kind: "remove-trunk-number", trunk: position, number }
    : { kind: "remove-trunk", trunk: position };
}

/** No trunk took the call: a trunk that the rule lists may take it, or the one that the password check found. */
export function openTrunks(situation: Situation): RouteEdit[] {
  const { input, call, target } = situation;
  const listed = new Set([...(target.value.trunkIds ?? []), ...(call.trunkId === "" ? [] : [call.trunkId])]);
  return input.trunks
    .filter(({ value }) => listed.has(value.sipTrunkId ?? ""))
    .flatMap(({ value, position }) => openTrunk(value, position, situation));
}

function openTrunk(trunk: InboundTrunk, position: number, { call }: Situation): RouteEdit[] {
  switch (judgeTrunk(trunk, call).kind) {
    case "calling-number":
      return [{ kind: "add-trunk-entry", trunk: position, list: "allowedNumbers", entry: call.from }];
    case "called-number":
      return [{ kind: "add-trunk-entry", trunk: position, list: "numbers", entry: call.to }];
    case "address":
      // An address with a zone (`fe80::1%eth0`) is covered by no entry.
      return [
        { kind: "add-trunk-entry", trunk: position, list: "allowedAddresses", entry: call.sourceAddress },
        { kind: "clear-trunk-list", trunk: position, list: "allowedAddresses" },
      ];
    default:
      return [];
  }
}
