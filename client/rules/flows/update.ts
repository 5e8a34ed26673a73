/**
 * Replacing a deployed rule by a file: fetch, show what changes and what would be cleared, ask, look again, keep a
 * copy, replace. Imports no editor.
 */
import { compareRules, contentText, type Comparison } from "../../../core/compare/compare.ts";
import { differencesCount, differenceWords, SIGNS } from "../../../core/compare/difference-words.ts";
import { readDeployed, updateBeside } from "../../../livekit/rules/beside-deployed.ts";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { effectOf, type Outcome } from "../../../livekit/outcome.ts";
import { messageText } from "../../live/safe-text.ts";
import { ruleTitle } from "../words.ts";
import { refusedBeside, requestLines } from "./create.ts";
import { cancelled, failedWith, type Connected, type Ended, type Person } from "./person.ts";
import { updateRequest } from "./request.ts";

export interface Updating {
  readonly text: string;
  readonly ruleId: string;
  /** What was deployed when the person began to edit, as the server sent it. */
  readonly base?: string;
  readonly notes?: readonly string[];
  /** Instead of `Update`: how the question begins, and what the button says. */
  readonly instead?: { readonly question: string; readonly verb: string };
  /** A closer look at the differences. @param deployed as it is now */
  readonly look?: (deployed: DeployedRule) => Promise<void>;
}

export interface Updated {
  readonly kind: "updated";
  readonly before: DeployedRule;
  readonly after: DeployedRule;
  /** Of the rule as it was. */
  readonly copy: string;
}

/** File and rule are the same: nothing was sent. */
export interface Same {
  readonly kind: "same";
  readonly rule: DeployedRule;
}

/** Copies of rules as they were. */
export interface Copies {
  /** Rejects where it cannot be kept: then nothing must be changed either. */
  keep(rule: DeployedRule, kind: "updated" | "deleted", batch?: string): Promise<string>;
  /** The rule has stayed as it was. */
  drop(copy: string): Promise<void>;
}

export const KEPT = "The rule as it was is kept: Undo Last Change brings it back.";

export async function updateFlow(
  updating: Updating,
  project: Connected,
  person: Person,
  copies: Copies,
): Promise<Updated | Same | Ended> {
  const { text, ruleId, base, look } = updating;
  const { client, entry } = project;
  const request = updateRequest(text, ruleId);
  if (request.kind !== "request") return request;
  const deployed = await person.wait("Looking at what is deployed…", (signal) =>
    client.rules.list({}, { signal }),
  );
  if (!deployed.ok) return failedWith(deployed.failure, client);
  const rule = deployed.value.find(({ id }) => id === ruleId);
  if (!rule) return gone(ruleId, project);
  const comparison = compareRules(rule.text, request.rule);
  if (!comparison) return { kind: "refused", words: "The file cannot be compared with the deployed rule." };
  if (comparison.differences.length === 0) return { kind: "same", rule };
  if (base !== undefined && contentText(base) !== contentText(rule.text)) return changed(rule);
  const beside = updateBeside(readDeployed(deployed.value), request.body);
  if (beside.kind !== "accepted") return refusedBeside(beside);
  const verb = updating.instead?.verb ?? (request.drops ? "Update Anyway" : "Update");
  const agreed = await person.agree({
    project: entry,
    question: `${updating.instead?.question ?? verb} ${ruleTitle(rule)}? ${differencesCount(comparison)}.`,
    lines: [...(updating.notes ?? []), ...differenceLines(comparison), ...requestLines(request)],
    verb,
    ...(look && { look: { label: "Show Changes", open: () => look(rule) } }),
  });
  if (!agreed) return cancelled("Nothing was updated.");
  return person.wait("Updating the rule…", (signal) =>
    changeAsSeen(rule, project, copies, signal, changed(rule), () =>
      client.rules.replace(rule.id, text, { signal }),
    ),
  );
}

/**
 * Looks again, keeps a copy for Undo, and only then sends the change: the copy is of what the person saw, and what others
 * have made of the rule meanwhile would be lost with it.
 * @param refused the answer where it is not any more what the person saw
 */
export async function changeAsSeen(
  rule: DeployedRule,
  { client }: Connected,
  copies: Copies,
  signal: AbortSignal,
  refused: Ended,
  send: () => Promise<Outcome<DeployedRule>>,
): Promise<Updated | Ended> {
  const now = await client.rules.get(rule.id, { signal });
  if (!now.ok) return failedWith(now.failure, client);
  if (contentText(now.value.text) !== contentText(rule.text)) return refused;
  const copy = await keepCopy(now.value, "updated", copies);
  if (typeof copy !== "string") return copy;
  const outcome = await send();
  if (outcome.ok) return { kind: "updated", before: now.value, after: outcome.value, copy };
  if (effectOf(outcome.failure) === "none") await copies.drop(copy);
  return failedWith(outcome.failure, client, KEPT);
}

export async function keepCopy(
  rule: DeployedRule,
  kind: "updated" | "deleted",
  copies: Copies,
  batch?: string,
): Promise<string | Ended> {
  try {
    return await copies.keep(rule, kind, batch);
  } catch {
    return {
      kind: "refused",
      words: `Nothing was changed, because the rule as it was could not be kept for Undo. VS Code's secret storage, which would hold it, is not available.`,
    };
  }
}

/** What would be cleared first: that is what people do not expect. */
export function differenceLines({ differences, defaults }: Comparison): string[] {
  const cleared = differences.filter(({ kind }) => kind === "cleared");
  const others = differences.filter(({ kind }) => kind !== "cleared");
  const lines = [...cleared, ...others].map((difference) => {
    const words = differenceWords(difference, (value) => messageText(JSON.stringify(value), 120));
    const note = difference.isUnknown ? " (a field that is not known here)" : "";
    return `${SIGNS[difference.kind]} ${messageText(difference.path)}: ${words}${note}`;
  });
  return defaults.length === 0
    ? lines
    : [...lines, `Only defaults, the same as leaving them out: ${messageText(defaults.join(", "), 200)}`];
}

export function gone(ruleId: string, { entry }: Connected): Ended {
  return {
    kind: "refused",
    words: `There is no rule ${messageText(ruleId)} in the project "${messageText(entry.name)}" (${messageText(entry.host)}) any more. Nothing was sent.`,
    because: "gone",
  };
}

export function changed(rule: DeployedRule): Ended {
  return {
    kind: "refused",
    words: `Somebody has changed ${ruleTitle(rule)} since it was read, and an update would undo that. Nothing was sent. Compare, then try again.`,
    because: "changed",
    rule,
  };
}

/** @param done what was to be done: `deleted` */
export function changedMeanwhile(rule: DeployedRule, done: "deleted" | "renamed"): Ended {
  return {
    kind: "refused",
    words: `Somebody has changed ${ruleTitle(rule)} since it was read. Nothing was ${done}. Look at it, then try again.`,
    because: "changed",
    rule,
  };
}
