/** What LiveKit answers to a request because of the rules that are deployed: known before anything is sent. */
import { readCreateRequest, readRule, readUpdateRequest } from "../../core/routing/input/read.ts";
import { validateRules } from "../../core/routing/rule/rule-validator.ts";
import { createRule, updateRule, type Written } from "../../core/routing/store/write-rule.ts";
import type { DispatchRule } from "../../core/routing/types.ts";
import { visible } from "../terminal/visible.ts";
import type { RuleFile } from "./rule-file.ts";
import { Stopped, valueOf, type Session } from "./session.ts";

/** LiveKit holds a new rule against all others, and here each file against those before it as well. */
export async function checkCreate(files: readonly RuleFile[], session: Session): Promise<void> {
  const rules = await deployedRules(session);
  for (const { input, text } of files) {
    const written = createRule(rules, readCreateRequest(JSON.parse(text)).value);
    if (!written.ok) throw refused(input.name, written);
    rules.push({ ...written.stored, sipDispatchRuleId: `<${input.name}>` });
  }
}

/**
 * @param body the request
 * @param name of the file
 */
export async function checkUpdate(body: string, name: string, session: Session): Promise<void> {
  const rules = await deployedRules(session);
  const request = readUpdateRequest(JSON.parse(body)).value;
  const written = updateRule(rules, request);
  if (!written.ok) throw refused(name, written);
  const after = rules.map((rule) =>
    rule.sipDispatchRuleId === request.sipDispatchRuleId ? written.stored : rule,
  );
  const { fault } = validateRules(after);
  // A conflict that is there already is not made by this update.
  if (!fault || validateRules(rules).fault) return;
  throw new Stopped(
    `${name}: nothing was sent. LiveKit does not check a rule that leaves all its trunks, and would store it; but then two rules claim the same calls, and no rule can be created any more: ${visible(fault.text)}`,
    1,
    { kind: "conflict", livekit: fault.text },
  );
}

async function deployedRules(session: Session): Promise<DispatchRule[]> {
  const deployed = valueOf(await session.client.rules.list(), session);
  return deployed.map(({ text }) => readRule(JSON.parse(text)).value);
}

function refused(name: string, { stage, fault }: Extract<Written, { readonly ok: false }>): Stopped {
  const text = `${name}: LiveKit refuses this rule; nothing was sent. It would answer: ${visible(fault.text)}`;
  return new Stopped(text, 1, {
    kind: stage === "conflict" ? "conflict" : "rejected",
    livekit: fault.text,
  });
}
