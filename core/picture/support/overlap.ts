/** Which calls two rules both fit. Numbers of rules are compared byte for byte, as LiveKit does it for calls. */
import { mayLetIn, mayTake } from "../../routing/reach/known-trunks.ts";
import type { DispatchRule } from "../../routing/types.ts";
import type { Picture } from "../picture.ts";

const NONE: readonly string[] = [];

/**
 * Whether there may be a call that both rules fit, before any PIN, on one trunk or where neither lists one.
 * A rule that lists trunks and one that lists none only meet on those trunks.
 */
export function mayShareCalls(a: DispatchRule, b: DispatchRule, picture: Picture): boolean {
  if (!listsMeet(a.numbers, b.numbers) || !listsMeet(a.inboundNumbers, b.inboundNumbers)) return false;
  const trunkIds = sharedTrunks(a, b);
  if (trunkIds === "any") return true;
  return trunkIds.some((id) => {
    const trunk = picture.trunks?.get(id);
    // A trunk that is not known may take anything; one that is not there takes nothing.
    if (!trunk) return picture.allTrunks === undefined;
    return [a, b].every((rule) => mayTake(trunk, rule.numbers) && mayLetIn(trunk, rule.inboundNumbers));
  });
}

/** The trunks on which both are candidates; `any`: neither lists one. */
export function sharedTrunks(a: DispatchRule, b: DispatchRule): readonly string[] | "any" {
  const [first, second] = [a.trunkIds ?? NONE, b.trunkIds ?? NONE];
  if (first.length === 0 && second.length === 0) return "any";
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const ids = new Set(second);
  return first.filter((id) => ids.has(id));
}

/** Whether one value is in both lists; an empty one stands for all. */
export function listsMeet(a: readonly string[] = NONE, b: readonly string[] = NONE): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const numbers = new Set(b);
  return a.some((number) => numbers.has(number));
}
