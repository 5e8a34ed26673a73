/**
 * Creating a rule: LiveKit's verdict on the file, then on the rule beside what is deployed, then the person's, then one
 * request. Imports no editor.
 */
import { createBeside, readDeployed } from "../../../livekit/rules/beside-deployed.ts";
import type { CreatedRule } from "../../../livekit/rules/create-rule.ts";
import { messageText } from "../../live/safe-text.ts";
import { ruleTitle } from "../words.ts";
import { cancelled, failedWith, type Connected, type Ended, type Person } from "./person.ts";
import { promptedLines } from "./prompted.ts";
import { createRequest, type Request } from "./request.ts";
import { ruleLines, ruleOf } from "./rule-lines.ts";

export interface Creating {
  /** A rule file in any form that holds one rule; it stays as it is. */
  readonly text: string;
  /** Sentences that stand above everything else. */
  readonly notes?: readonly string[];
  /** A copy of what was deployed: what LiveKit drops now it knew then, or it was never known. */
  readonly keepsUnknown?: boolean;
}

export interface Created {
  readonly kind: "created";
  readonly rule: CreatedRule;
}

export async function createFlow(
  creating: Creating,
  project: Connected,
  person: Person,
): Promise<Created | Ended> {
  const request = createRequest(creating.text);
  if (request.kind !== "request") return request;
  const { client, entry } = project;
  const [deployed, trunks] = await person.wait("Looking at what is deployed…", (signal) =>
    Promise.all([client.rules.list({}, { signal }), client.inboundTrunks.list({ signal })]),
  );
  if (!deployed.ok) return failedWith(deployed.failure, client);
  const rules = readDeployed(deployed.value);
  const beside = createBeside(rules, request.body);
  if (beside.kind !== "accepted") return refusedBeside(beside);
  const rule = ruleOf(request.body);
  const agreed = await person.agree({
    project: entry,
    question: `Create ${rule.name === undefined ? "this rule" : `"${messageText(rule.name)}"`}?`,
    lines: [
      ...(creating.notes ?? []),
      ...ruleLines(rule, trunks.ok ? trunks.value : undefined),
      ...promptedLines(rule, rules),
      ...requestLines(request),
    ],
    verb: request.drops && creating.keepsUnknown !== true ? "Create Anyway" : "Create",
  });
  if (!agreed) return cancelled("Nothing was created.");
  const outcome = await person.wait("Creating the rule…", (signal) =>
    client.rules.create(creating.text, { signal }),
  );
  return outcome.ok ? { kind: "created", rule: outcome.value } : failedWith(outcome.failure, client);
}

/** What the request leaves out, and what LiveKit would do with the rest. */
export function requestLines({ removed, warnings, drops }: Request): string[] {
  const lines = removed.map(
    ({ name, reason }) => `Left out: ${messageText(name)}. ${messageText(reason, 200)}`,
  );
  if (drops) lines.push("Warning: LiveKit drops what it does not know, without a word");
  return [...lines, ...warnings.map((warning) => `Warning: ${warning}`)];
}

/** In words, with the rule that stands in the way. */
export function refusedBeside({
  kind,
  text,
  other,
}: {
  readonly kind: "rejected" | "conflict" | "blocks";
  readonly text: string;
  readonly other?: { readonly id: string; readonly name: string };
}): Ended {
  const says = messageText(text, 300);
  if (kind === "rejected")
    return { kind: "refused", words: `LiveKit would refuse this rule: ${says}. Nothing was sent.` };
  if (kind === "blocks")
    return {
      kind: "refused",
      words: `LiveKit would store this rule unchecked, and then create no rule any more, because two claim the same calls: ${says}. Nothing was sent.`,
      ...(other && { rule: other }),
    };
  if (!other) return { kind: "refused", words: `This rule says something twice: ${says}. Nothing was sent.` };
  return {
    kind: "refused",
    words: `The rule ${ruleTitle(other)} already takes the same trunk, numbers and PIN, and LiveKit stores no second one. Change a trunk, a number or the PIN, or update that rule. Nothing was sent.`,
    rule: other,
  };
}
