/**
 * Deleting rules: ask, look again, then one after the other, each with a copy; the first failure ends it. Imports no
 * editor.
 */
import { contentText } from "../../../core/compare/compare.ts";
import { effectOf } from "../../../livekit/outcome.ts";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { messageText } from "../../live/safe-text.ts";
import { count, firstLines, ruleTitle } from "../words.ts";
import { cancelled, failedWith, type Connected, type Ended, type Person } from "./person.ts";
import { ruleLines, ruleOf } from "./rule-lines.ts";
import { changedMeanwhile, gone, KEPT, keepCopy, type Copies } from "./update.ts";

export interface Deleted {
  readonly kind: "deleted";
  /** As they were. */
  readonly rules: readonly DeployedRule[];
  /** Those that were not deleted; of the first one nobody may know. */
  readonly left: readonly DeployedRule[];
  /** Why the first of those was not, or may not have been. */
  readonly ended?: Ended;
  /** Of the copies, for Undo. */
  readonly batch: string;
}

const MOST_NAMED = 12;

export interface Deleting {
  readonly ruleIds: readonly string[];
  /** Of the copies: unique. */
  readonly batch: string;
  readonly notes?: readonly string[];
}

export async function deleteFlow(
  { ruleIds, batch, notes = [] }: Deleting,
  project: Connected,
  person: Person,
  copies: Copies,
): Promise<Deleted | Ended> {
  const { client, entry } = project;
  const [listed, trunks] = await person.wait("Looking at what is deployed…", (signal) =>
    Promise.all([client.rules.list({}, { signal }), client.inboundTrunks.list({ signal })]),
  );
  if (!listed.ok) return failedWith(listed.failure, client);
  const wanted = new Set(ruleIds);
  const rules = listed.value.filter(({ id }) => wanted.has(id));
  const [first] = rules;
  if (!first) return gone(ruleIds.join(", "), project);
  const missing = wanted.size - rules.length;
  const agreed = await person.agree({
    project: entry,
    question: `Delete ${rules.length === 1 ? ruleTitle(first) : count(rules.length, "rule")}?`,
    lines: [
      ...notes,
      ...(rules.length === 1
        ? ruleLines(ruleOf(first.text), trunks.ok ? trunks.value : undefined)
        : firstLines(rules.map(ruleTitle), MOST_NAMED)),
      ...(missing > 0
        ? [`${count(missing, "rule")} of those chosen ${missing === 1 ? "is" : "are"} gone already`]
        : []),
      "Undo brings a rule back with a new id",
    ],
    verb: "Delete",
  });
  if (!agreed) return cancelled("Nothing was deleted.");
  return person.wait(`Deleting ${count(rules.length, "rule")}…`, (signal) =>
    deleteAll(rules, batch, project, copies, signal),
  );
}

async function deleteAll(
  rules: readonly DeployedRule[],
  batch: string,
  { client }: Connected,
  copies: Copies,
  signal: AbortSignal,
): Promise<Deleted | Ended> {
  // The copies for Undo are of what the person saw: what others have made of it meanwhile would be lost.
  const now = await client.rules.list({}, { signal });
  if (!now.ok) return failedWith(now.failure, client);
  const contents = new Map(now.value.map(({ id, text }) => [id, contentText(text)]));
  const other = rules.find(({ id, text }) => (contents.get(id) ?? contentText(text)) !== contentText(text));
  if (other) return changedMeanwhile(other, "deleted");
  const deleted: DeployedRule[] = [];
  for (const rule of rules) {
    const ended = signal.aborted
      ? cancelled(deleted.length === 0 ? "Cancelled; nothing was deleted." : "Cancelled.")
      : await deleteOne(rule, batch, client, copies, signal);
    if (!ended) {
      deleted.push(rule);
      continue;
    }
    if (deleted.length === 0) return ended;
    return { kind: "deleted", rules: deleted, left: rules.slice(deleted.length), ended, batch };
  }
  return { kind: "deleted", rules: deleted, left: [], batch };
}

async function deleteOne(
  rule: DeployedRule,
  batch: string,
  client: Connected["client"],
  copies: Copies,
  signal: AbortSignal,
): Promise<Ended | undefined> {
  const copy = await keepCopy(rule, "deleted", copies, batch);
  if (typeof copy !== "string") return copy;
  const outcome = await client.rules.delete(rule.id, { signal });
  if (outcome.ok) return undefined;
  if (effectOf(outcome.failure) === "none") await copies.drop(copy);
  return failedWith(outcome.failure, client, KEPT);
}

/** What became of several, in sentences: which are gone, of which one nobody knows, and which are still there. */
export function deletedWords({ rules, left, ended }: Deleted): string {
  const [first] = rules;
  const mayBeDone = ended?.kind === "failed" && ended.mayBeDone;
  const [unknown] = mayBeDone ? left : [];
  const still = left.length - (unknown ? 1 : 0);
  return [
    `Deleted ${rules.length === 1 && first ? ruleTitle(first) : count(rules.length, "rule")}.`,
    ...(unknown ? [`Whether ${ruleTitle(unknown)} was deleted is not known.`] : []),
    ...(still > 0 ? [`${count(still, "rule")} ${still === 1 ? "was" : "were"} not deleted.`] : []),
    ...(ended ? [messageText(ended.words, 500)] : []),
  ].join(" ");
}
