/** The order in which LiveKit looks at rules, as far as it is known before they are deployed. */
import { compareBytes } from "../routing/byte-order.ts";
import type { PictureRule, RuleInFile } from "./origin.ts";

/** Stored ones by id, then new ones in the order of their files. */
export function compareRules(a: PictureRule, b: PictureRule): number {
  const [first = "", second = ""] = [a.rule.sipDispatchRuleId, b.rule.sipDispatchRuleId];
  if (first !== "" && second !== "") return compareBytes(first, second);
  if (first !== "" || second !== "") return first !== "" ? -1 : 1;
  return a.origin === "file" && b.origin === "file" ? compareFiles(a, b) : 0;
}

export function compareFiles(a: RuleInFile, b: RuleInFile): number {
  return compareBytes(a.file.uri, b.file.uri) || a.index - b.index;
}
