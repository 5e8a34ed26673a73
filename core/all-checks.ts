/** Every problem that can be reported, whichever kind of check finds it: for settings, lists, pages and reports. */
import type { Check } from "./check.ts";
import { checks } from "./checks/index.generated.ts";
import type { PictureCheck } from "./picture/check.ts";
import { pictureChecks } from "./picture/checks/index.generated.ts";

/** What is known of a check without running it. */
export type CheckText = Pick<Check | PictureCheck, "code" | "severity" | "title" | "why">;

/** Sorted by code. */
export const allChecks: readonly (Check | PictureCheck)[] = [...checks, ...pictureChecks].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);

/** Whether it looks at more than one document. */
export function isPictureCheck(check: Check | PictureCheck): check is PictureCheck {
  return "checkRule" in check || "checkTrunk" in check;
}
