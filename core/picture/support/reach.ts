/** Whether any call can get to a rule of the picture. */
import { whyUnreachable, type Unreachable } from "../../routing/reach/unreachable.ts";
import type { PictureRule, RuleInFile } from "../origin.ts";
import type { Picture } from "../picture.ts";

/** @returns `undefined` where some call may get to it, or where it is not known */
export function whyOutOfReach(rule: RuleInFile, picture: Picture): Unreachable<PictureRule> | undefined {
  const trunks = picture.allTrunks;
  return trunks && whyUnreachable(rule.rule, trunks, (claims) => picture.rules.claimants(rule, claims));
}
