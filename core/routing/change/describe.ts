/** An edit as a sentence in the imperative. PINs do not stand in it. */
import { ruleName, trunkName, value } from "../reasons/names.ts";
import type { RouteInput } from "../route.ts";
import type { RouteEdit, RuleList, TrunkList } from "./edits.ts";

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
