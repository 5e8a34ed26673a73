/** Why no call gets to a rule, in words. */
import { inWords, quoted } from "../../text/show.ts";
import { trunkName } from "../reasons/names.ts";
import type { InboundTrunk } from "../types.ts";
import type { Unreachable } from "./unreachable.ts";

const MOST_NAMED = 3;

/**
 * A sentence that goes on after "No call gets to this rule: ".
 * @param nameOf as another rule is called in it
 */
export function unreachableWords<R>(found: Unreachable<R>, nameOf: (rule: R) => string): string {
  switch (found.why) {
    case "no-trunk":
      return `none of the trunks that it lists is there (${few(found.trunkIds.map(quoted))}).`;
    case "called-numbers":
      return `none of its \`numbers\` is a number of ${trunkWords(found.trunks)}.`;
    case "calling-numbers":
      return `${trunkWords(found.trunks)} ${found.trunks.length > 1 ? "let" : "lets"} in none of its \`inbound_numbers\`.`;
    case "other-trunks":
      return `calls to its \`numbers\` come in on ${trunkWords(found.trunks)}, which it does not list.`;
    case "shadowed": {
      const { shadows } = found;
      const reasons = shadows
        .slice(0, MOST_NAMED)
        .map(
          ({ number, trunk, rule }) =>
            `a call to ${quoted(number)} comes in on ${trunkName(trunk)}, where ${nameOf(rule)} goes first`,
        );
      const rest = shadows.length - MOST_NAMED;
      const more = rest > 0 ? [`so with ${rest} more`] : [];
      return `it lists no trunk; ${[...reasons, ...more].join("; ")}.`;
    }
  }
}

function trunkWords(trunks: readonly InboundTrunk[]): string {
  return few(trunks.map(trunkName));
}

function few(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return inWords([...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`${rest} more`] : [])]);
}
