/** Trunks, rules and values in sentences. PINs never stand in them. */
import { inWords, named, quoted } from "../../text/show.ts";
import type { DispatchRule, InboundTrunk } from "../types.ts";

/** `rule "Support" (SDR_…)`, or as much of it as there is. */
export function ruleName({ name = "", sipDispatchRuleId: id = "" }: DispatchRule): string {
  return fullName("rule", name, id);
}

export function trunkName({ name = "", sipTrunkId: id = "" }: InboundTrunk): string {
  return fullName("trunk", name, id);
}

/** `"Main line" (ST_…)`, where it is said already that it is a trunk. */
export function trunkNameAlone(trunk: InboundTrunk): string {
  return trunkName(trunk).replace(/^trunk /, "");
}

function fullName(what: string, name: string, id: string): string {
  if (name !== "" && id !== "") return `${what} ${quoted(name)} (${named(id)})`;
  if (id !== "") return `${what} ${named(id)}`;
  return name === "" ? `the ${what} without an id` : `${what} ${quoted(name)}`;
}

/** A value in backticks. */
export function value(text: string): string {
  return text === "" ? "empty" : named(text);
}

/** The first few of a list. */
export function values(texts: readonly string[], most = 3): string {
  const shown = texts.slice(0, most).map(value);
  const rest = texts.length - shown.length;
  return inWords(rest > 0 ? [...shown, `${rest} more`] : shown);
}
