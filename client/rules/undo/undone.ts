/** How taking a change back can end. Imports no editor. */
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import type { Ended } from "../flows/person.ts";

export interface Undone {
  readonly kind: "undone";
  /** A sentence. */
  readonly words: string;
  /** Rules that came back under another id. */
  readonly renewed: readonly { readonly oldId: string; readonly rule: DeployedRule }[];
}

export const LOST: Extract<Ended, { readonly kind: "refused" }> = {
  kind: "refused",
  words: "The copy of the rule as it was is not there any more, so this cannot be undone.",
};
