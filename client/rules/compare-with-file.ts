/** A file beside a deployed rule, laid out so that only what makes a difference to LiveKit differs. Imports no editor. */
import { normalText } from "../../core/compare/normal-text.ts";
import { readRuleDocument } from "../../core/document.ts";
import { convertTo } from "../../core/rules/convert.ts";
import { withoutConverting } from "../../core/rules/convert/unreadable.ts";

export type NormalTexts =
  | { readonly ok: true; readonly deployed: string; readonly file: string }
  | { readonly ok: false; readonly reason: string };

/** @param deployed as the server sent it @param file a rule file in any form that holds one rule */
export function normalTexts(deployed: string, file: string): NormalTexts {
  const conversion = convertTo(readRuleDocument(file), "bare");
  if (!conversion.ok) return { ok: false, reason: withoutConverting(conversion.reason) };
  const [left, right] = [normalText(deployed), normalText(conversion.text)];
  if (left === undefined) return { ok: false, reason: "The deployed rule cannot be read." };
  if (right === undefined)
    return { ok: false, reason: "LiveKit cannot read the rule in this file: see the problems in it." };
  return { ok: true, deployed: left, file: right };
}
