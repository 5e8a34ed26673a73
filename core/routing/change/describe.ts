/** A change in words, its edits in the imperative. PINs do not stand in them. */
import { ruleName, trunkName, value } from "../reasons/names.ts";
import type { RouteInput } from "../route.ts";
import type { RouteEdit, RuleList, TrunkList } from "./edits.ts";
import type { SmallestChange } from "./smallest-change.ts";

export type ChangeInWords =
  /** All of the steps are needed; without a stop at the end. */
  | { readonly steps: readonly string[] }
  /** A sentence: why there is nothing to do. */
  | { readonly impossible: string };

/** @returns `undefined` where nothing needs to change */
export function describeChange(
  change: SmallestChange,
  input: Pick<RouteInput, "trunks" | "rules">,
): ChangeInWords | undefined {
  switch (change.kind) {
    case "change":
      return { steps: change.edits.map((edit) => describeEdit(edit, input)) };
    case "none":
      return { impossible: change.reason };
    case "wins-already":
      return undefined;
  }
}

/** What stands before the steps: whether one, or all of several, makes the rule win. */
export function stepsIntroduction(steps: readonly string[]): string {
  return steps.length > 1 ? "To win, all of these are needed:" : "To win:";
}

/** On one line. */
export function changeSentence(change: ChangeInWords): string {
  if ("impossible" in change) return change.impossible;
  const { steps } = change;
  const [only = ""] = steps;
  const list = steps.length > 1 ? steps.map((step, at) => `(${at + 1}) ${step}`).join("; ") : only;
  return `${stepsIntroduction(steps)} ${list}.`;
}

const FIELDS: Readonly<Record<RuleList | TrunkList, string>> = {
  trunkIds: "`trunk_ids`",
  inboundNumbers: "`inbound_numbers`",
  numbers: "`numbers`",
  allowedNumbers: "`allowed_numbers`",
  allowedAddresses: "`allowed_addresses`",
};

export function describeEdit(
  edit: RouteEdit,
  { trunks, rules }: Pick<RouteInput, "trunks" | "rules">,
): string {
  const whose = "rule" in edit ? ruleName(rules[edit.rule] ?? {}) : trunkName(trunks[edit.trunk] ?? {});
  switch (edit.kind) {
    case "add-entry":
    case "add-trunk-entry":
      return `Add ${quotedEntry(edit.entry)} to ${FIELDS[edit.list]} of ${whose}`;
    case "replace-entry":
      return `Write ${quotedEntry(edit.entry)} instead of ${quotedEntry(edit.old)} in ${FIELDS[edit.list]} of ${whose}`;
    case "move-entry":
      return `Move ${quotedEntry(edit.old)} from ${FIELDS[edit.from]} to ${FIELDS[edit.to]} of ${whose}${edit.old === edit.entry ? "" : `, as ${quotedEntry(edit.entry)}`}`;
    case "remove-entry":
      return `Remove ${quotedEntry(edit.entry)} from ${FIELDS[edit.list]} of ${whose}`;
    case "clear-list":
    case "clear-trunk-list":
      return `Empty ${FIELDS[edit.list]} of ${whose}`;
    case "remove-repeats":
      return `Remove what ${whose} lists twice`;
    case "set-pin":
      return edit.pin === "" ? `Remove the PIN of ${whose}` : `Give ${whose} the PIN that the caller enters`;
    case "set-kind":
      return `Give ${whose} a kind, such as an individual rule with the room prefix ${value(edit.roomPrefix)}`;
    case "remove-trunk-number":
      return `Remove ${quotedEntry(edit.number)} from ${FIELDS.numbers} of ${whose}`;
    case "remove-rule":
    case "remove-trunk":
      return `Remove ${whose}`;
  }
}

function quotedEntry(entry: string): string {
  return entry === "" ? 'the empty text ""' : value(entry);
}
