/** One text, checked. */
import { checkDocument, type Levels } from "../../core/check-document.ts";
import { readRuleDocument, type RuleDocument } from "../../core/document.ts";
import type { DecodedText } from "../../core/json/bytes.ts";
import type { Problem } from "../../core/problem.ts";
import type { Target } from "../../core/rules/targets.ts";

export interface Judging {
  readonly target: Target;
  readonly levels: Levels;
}

export function checkText(
  { text, hasRawBytes }: DecodedText,
  { target, levels }: Judging,
): { readonly document: RuleDocument; readonly problems: readonly Problem[] } {
  const document = readRuleDocument(text, target, hasRawBytes);
  return { document, problems: checkDocument(document, levels) };
}
