/** Whether a rule fits every call that another one fits. Numbers of rules are compared byte for byte, as for calls. */
import type { DispatchRule } from "../types.ts";

const NONE: readonly string[] = [];

/** As far as numbers go. */
export function coversNumbers(outer: DispatchRule, inner: DispatchRule): boolean {
  return covers(outer.numbers, inner.numbers) && covers(outer.inboundNumbers, inner.inboundNumbers);
}

function covers(outer: readonly string[] = NONE, inner: readonly string[] = NONE): boolean {
  if (outer.length === 0) return true;
  return inner.length > 0 && inner.every((number) => outer.includes(number));
}
