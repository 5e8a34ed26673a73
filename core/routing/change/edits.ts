/** Changes to rules and trunks that may send a call another way. They name both by their position in the input. */

export type RuleList = "trunkIds" | "inboundNumbers" | "numbers";
export type TrunkList = "numbers" | "allowedNumbers" | "allowedAddresses";

export type RouteEdit =
  /** Writes an entry at the end of a list; in an empty list it narrows what was open. */
  | { readonly kind: "add-entry"; readonly rule: number; readonly list: RuleList; readonly entry: string }
  | {
      readonly kind: "replace-entry";
      readonly rule: number;
      readonly list: RuleList;
      readonly old: string;
      readonly entry: string;
    }
  /** Takes a number out of the list it does not belong in, and writes it into the other one. */
  | {
      readonly kind: "move-entry";
      readonly rule: number;
      readonly from: RuleList;
      readonly to: RuleList;
      readonly old: string;
      readonly entry: string;
    }
  | { readonly kind: "remove-entry"; readonly rule: number; readonly list: RuleList; readonly entry: string }
  /** Empties a list: the rule is then for all. */
  | { readonly kind: "clear-list"; readonly rule: number; readonly list: RuleList }
  /** Leaves of equal trunk ids and of spellings of one number one each; `keep` says which spelling. */
  | { readonly kind: "remove-repeats"; readonly rule: number; readonly keep: readonly string[] }
  /** An empty PIN opens the rule. */
  | { readonly kind: "set-pin"; readonly rule: number; readonly pin: string }
  /** Gives a rule without a kind one: a room for each caller. */
  | { readonly kind: "set-kind"; readonly rule: number; readonly roomPrefix: string }
  | { readonly kind: "remove-rule"; readonly rule: number }
  | {
      readonly kind: "add-trunk-entry";
      readonly trunk: number;
      readonly list: TrunkList;
      readonly entry: string;
    }
  /** Takes a number out of a trunk in every spelling. */
  | { readonly kind: "remove-trunk-number"; readonly trunk: number; readonly number: string }
  | { readonly kind: "clear-trunk-list"; readonly trunk: number; readonly list: TrunkList }
  | { readonly kind: "remove-trunk"; readonly trunk: number };

/** How much an edit takes away or changes for other calls: the smallest change is the one that weighs least. */
const WEIGHTS: Readonly<Record<RouteEdit["kind"], number>> = {
  "replace-entry": 9,
  "move-entry": 9,
  "remove-repeats": 9,
  "add-entry": 10,
  "add-trunk-entry": 11,
  "remove-entry": 12,
  "clear-list": 13,
  "set-pin": 14,
  "set-kind": 14,
  "remove-trunk-number": 15,
  "clear-trunk-list": 20,
  "remove-rule": 40,
  "remove-trunk": 45,
};

export function weightOf(edits: readonly RouteEdit[]): number {
  return edits.reduce((sum, edit) => sum + WEIGHTS[edit.kind], 0);
}
