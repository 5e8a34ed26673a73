/**
 * A file of the wrong form meets several refusals at once: its telling key is unknown, the rule is missing, the
 * id as well. They have one cause, so one of them is shown, by the check of that form; the others are silent.
 */
import { Kind } from "../../json/tree.ts";
import type { RuleDocument } from "../../document.ts";
import type { DecodeProblem } from "../../protocol/decode-problem.ts";
import type { Refusal } from "../../protocol/refusal.ts";
import type { Message } from "../../protocol/schema.ts";
import { ignoresUnknown, messageFor } from "../../protocol/verdict.ts";
import type { FormVerdict } from "../../rules/targets.ts";
import { parentOf } from "../../json/parents.ts";

const TELLING_KEYS: Partial<Record<FormVerdict, readonly string[]>> = {
  "needs-bare-rule": ["dispatch_rule", "dispatchRule"],
  "is-list": ["items"],
  "is-update-request": ["sip_dispatch_rule_id", "sipDispatchRuleId", "replace", "update"],
};

/** The verdict on the form where it does not fit the target and a check says so. */
export function wrongForm(document: RuleDocument): FormVerdict | undefined {
  const form = document.plan?.form;
  return form === "accepts" || form === "is-no-rule" ? undefined : form;
}

type AboutNode = Pick<DecodeProblem, "kind" | "node" | "message">;

/** Whether a problem of the decoder only says that the form does not fit. */
export function isAboutForm(document: RuleDocument, problem: AboutNode): boolean {
  const form = wrongForm(document);
  if (form === undefined) return false;
  const { tree } = document;
  if (problem.node === 0) return form === "is-list" && tree.kind(0) === Kind.Array;
  const isAtTop = problem.message === rootMessage(document) && parentOf(tree, problem.node) === 0;
  if (problem.kind !== "unknown-field" || !isAtTop) return false;
  // An update request has three fields of its own: nothing of a rule is known there.
  if (form === "needs-update-request") return true;
  return TELLING_KEYS[form]?.includes(tree.stringValue(problem.node)) ?? false;
}

function rootMessage({ plan }: RuleDocument): Message | undefined {
  return plan && messageFor(plan.reader);
}

/** Several checks ask for each problem of a document in turn. */
let last: { document: RuleDocument; speaker: DecodeProblem | Refusal | undefined } | undefined;

/** The one refusal that stands for all that come of the form. */
export function formSpeaker(document: RuleDocument): DecodeProblem | Refusal | undefined {
  if (wrongForm(document) === undefined) return undefined;
  if (last?.document !== document) last = { document, speaker: findSpeaker(document) };
  return last.speaker;
}

function findSpeaker(document: RuleDocument): DecodeProblem | Refusal | undefined {
  const { plan, verdict } = document;
  if (!plan || !verdict) return undefined;
  const isSilent = ignoresUnknown(plan.reader);
  const decoded = verdict.decoded.find(
    (problem) => isAboutForm(document, problem) && !(isSilent && problem.isIgnoredByApi),
  );
  return decoded ?? verdict.refusals[0];
}
