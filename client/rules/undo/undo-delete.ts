/** Deleted rules created again, with new ids. Imports no editor. */
import { readRuleDocument } from "../../../core/document.ts";
import { convertTo } from "../../../core/rules/convert.ts";
import { createBeside, readDeployed } from "../../../livekit/rules/beside-deployed.ts";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { refusedBeside } from "../flows/create.ts";
import { cancelled, failedWith, type Connected, type Ended, type Person } from "../flows/person.ts";
import { ruleLines, ruleOf } from "../flows/rule-lines.ts";
import { count, firstLines, ruleTitle } from "../words.ts";
import type { UndoEntry, UndoLog } from "./undo-log.ts";
import { LOST, type Undone } from "./undone.ts";

interface Copy {
  readonly key: string;
  readonly rule: DeployedRule;
  /** The rule as a create request. */
  readonly body: string;
}

const MOST_NAMED = 12;

/** @param entries in the order in which the rules were deleted */
export async function undoDelete(
  entries: readonly UndoEntry[],
  log: UndoLog,
  project: Connected,
  person: Person,
): Promise<Undone | Ended> {
  const { client, entry } = project;
  const copies: Copy[] = [];
  for (const { key } of entries) {
    const rule = (await log.texts(key))?.before;
    const request = rule && convertTo(readRuleDocument(rule.text), "wrapped");
    if (rule && request?.ok) copies.push({ key, rule, body: request.text });
  }
  const [first] = copies;
  if (!first) return LOST;
  const [deployed, trunks] = await person.wait("Looking at what is deployed…", (signal) =>
    Promise.all([client.rules.list({}, { signal }), client.inboundTrunks.list({ signal })]),
  );
  if (!deployed.ok) return failedWith(deployed.failure, client);
  // A deletion of which no answer came may not have been done.
  const there = new Set(deployed.value.map(({ id }) => id));
  const missing = copies.filter(({ rule }) => !there.has(rule.id));
  if (missing.length === 0) {
    await log.remove(copies.map(({ key }) => key));
    return { kind: "undone", words: `${ruleTitle(first.rule)} is still there.`, renewed: [] };
  }
  const rules = readDeployed(deployed.value);
  for (const { body, rule } of missing) {
    const beside = createBeside(rules, body);
    if (beside.kind !== "accepted") return refusedBeside(beside);
    rules.push({ ...beside.stored, sipDispatchRuleId: rule.id });
  }
  const one = missing.length === 1 ? missing[0] : undefined;
  const agreed = await person.agree({
    project: entry,
    question: `Create ${one ? ruleTitle(one.rule) : count(missing.length, "deleted rule")} again?`,
    lines: [
      ...(one
        ? ruleLines(ruleOf(one.rule.text), trunks.ok ? trunks.value : undefined)
        : firstLines(
            missing.map(({ rule }) => ruleTitle(rule)),
            MOST_NAMED,
          )),
      one ? "LiveKit gives it a new id" : "LiveKit gives each of them a new id",
    ],
    verb: "Create Again",
  });
  if (!agreed) return cancelled("Nothing was undone.");
  return person.wait("Creating again…", (signal) => recreate(missing, log, project, signal));
}

async function recreate(
  copies: readonly Copy[],
  log: UndoLog,
  project: Connected,
  signal: AbortSignal,
): Promise<Undone | Ended> {
  const { client } = project;
  const renewed: { oldId: string; rule: DeployedRule }[] = [];
  for (const { key, rule } of copies) {
    const outcome = await client.rules.create(rule.text, { signal });
    if (!outcome.ok) {
      const ended = failedWith(outcome.failure, client);
      if (renewed.length === 0) return ended;
      const left = copies.slice(renewed.length).map((copy) => copy.rule);
      return { kind: "undone", words: partWords(renewed, left, ended), renewed };
    }
    renewed.push({ oldId: rule.id, rule: outcome.value });
    await log.remove([key]);
    await log.renew(project.entry, rule.id, outcome.value.id);
  }
  return { kind: "undone", words: renewedWords(renewed), renewed };
}

function renewedWords(renewed: Undone["renewed"]): string {
  const named = renewed.map(({ oldId, rule }) => `${ruleTitle(rule)}, formerly ${oldId}`);
  return `Undone, with ${named.length === 1 ? "a new id" : "new ids"}: ${firstLines(named, 5).join("; ")}.`;
}

/** @param left of the first one nobody may know whether it is back */
function partWords(renewed: Undone["renewed"], left: readonly DeployedRule[], ended: Ended): string {
  const [first] = left;
  const unknown = ended.kind === "failed" && ended.mayBeDone ? first : undefined;
  const missing = left.length - (unknown ? 1 : 0);
  return [
    renewedWords(renewed),
    ...(unknown ? [`Whether ${ruleTitle(unknown)} was created again is not known.`] : []),
    ...(missing > 0
      ? [`${count(missing, "rule")} ${missing === 1 ? "is" : "are"} not back: undo again.`]
      : []),
    ended.words,
  ].join(" ");
}
