/** Changing a stored rule: as a whole, or some fields of it (`UpdateSIPDispatchRuleRequest`). */
import { readRuleDocument } from "../../core/document.ts";
import { readJson } from "../../core/json/reader.ts";
import { Kind } from "../../core/json/tree.ts";
import type { Edit } from "../../core/problem.ts";
import { convertTo } from "../../core/rules/convert.ts";
import { failed, type Outcome } from "../outcome.ts";
import type { CallOptions, Transport } from "../transport.ts";
import { answeredRule, ruleCall } from "./answered-rule.ts";
import type { DeployedRule } from "./deployed-rule.ts";
import { explained } from "./malformed.ts";
import { notSent } from "./not-sent.ts";

export async function replaceRule(
  transport: Transport,
  id: string,
  document: string,
  options?: CallOptions,
): Promise<Outcome<DeployedRule>> {
  const conversion = convertTo(readRuleDocument(document, "api-update"), "bare");
  if (!conversion.ok) return notSent(document, conversion);
  const { text, edits } = conversion;
  return update(transport, { id, action: "replace", text, edits, source: document }, options);
}

export async function patchRule(
  transport: Transport,
  id: string,
  text: string,
  options?: CallOptions,
): Promise<Outcome<DeployedRule>> {
  const tree = readJson(text);
  if (tree.problems.length > 0 || tree.kind(0) !== Kind.Object)
    return notSent(text, { ok: false, reason: "An update is a JSON object with the fields to change." });
  return update(transport, { id, action: "update", text, edits: [], source: text }, options);
}

interface Update {
  readonly id: string;
  readonly action: "replace" | "update";
  readonly text: string;
  readonly source: string;
  readonly edits: readonly Edit[];
}

async function update(
  transport: Transport,
  { id, action, text, source, edits }: Update,
  options?: CallOptions,
): Promise<Outcome<DeployedRule>> {
  const start = `{"sip_dispatch_rule_id": ${JSON.stringify(id)}, "${action}": `;
  const body = `${start}${text}}`;
  const subject = { what: "dispatch rule", id };
  const answer = await transport(
    { ...ruleCall("UpdateSIPDispatchRule"), body, writes: true, subject },
    options,
  );
  const rule = answeredRule(answer);
  if (rule.ok) return rule;
  return failed(explained(rule.failure, { body, reader: "api-update", source, edits, offset: start.length }));
}
