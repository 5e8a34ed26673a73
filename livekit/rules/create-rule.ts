/** Creating a rule: always in the wrapped form, the only one in which LiveKit keeps every field. */
import { readRuleDocument } from "../../core/document.ts";
import { convertTo, type RemovedField } from "../../core/rules/convert.ts";
import { failed, type Outcome } from "../outcome.ts";
import type { CallOptions, Transport } from "../transport.ts";
import { answeredRule, ruleCall } from "./answered-rule.ts";
import type { DeployedRule } from "./deployed-rule.ts";
import { explained } from "./malformed.ts";
import { notSent } from "./not-sent.ts";

export interface CreatedRule extends DeployedRule {
  /** Fields of the document that are the server's own and were left out of the request. */
  readonly removed: readonly RemovedField[];
}

/** The document's own text is sent, so that also fields newer than our messages arrive. */
export async function createRule(
  transport: Transport,
  document: string,
  options?: CallOptions,
): Promise<Outcome<CreatedRule>> {
  const conversion = convertTo(readRuleDocument(document, "api-create"), "wrapped");
  if (!conversion.ok) return notSent(document, conversion);
  const { text: body, edits, removed } = conversion;
  const answer = await transport({ ...ruleCall("CreateSIPDispatchRule"), body, writes: true }, options);
  const rule = answeredRule(answer);
  if (rule.ok) return { ok: true, value: { ...rule.value, removed } };
  return failed(explained(rule.failure, { body, reader: "api-create", source: document, edits, offset: 0 }));
}
