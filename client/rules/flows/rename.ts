/** Another name for a deployed rule: nothing else of it changes, and no other's change is lost. Imports no editor. */
import { contentText } from "../../../core/compare/compare.ts";
import { effectOf } from "../../../livekit/outcome.ts";
import type { DeployedRule } from "../../../livekit/rules/deployed-rule.ts";
import { messageText } from "../../live/safe-text.ts";
import { ruleTitle } from "../words.ts";
import { cancelled, failedWith, type Connected, type Ended, type Person } from "./person.ts";
import { changedMeanwhile, KEPT, keepCopy, type Copies, type Same, type Updated } from "./update.ts";

/** @param name empty for none */
export async function renameFlow(
  { ruleId, name }: { readonly ruleId: string; readonly name: string },
  project: Connected,
  person: Person,
  copies: Copies,
): Promise<Updated | Same | Ended> {
  const { client, entry } = project;
  const found = await person.wait("Reading the rule…", (signal) => client.rules.get(ruleId, { signal }));
  if (!found.ok) return failedWith(found.failure, client);
  const rule = found.value;
  if (rule.name === name) return { kind: "same", rule };
  const agreed = await person.agree({
    project: entry,
    question: `Rename ${ruleTitle(rule)}?`,
    lines: [name === "" ? "The rule will have no name" : `New name: "${messageText(name)}"`],
    verb: "Rename",
  });
  if (!agreed) return cancelled("Nothing was renamed.");
  return person.wait("Renaming the rule…", (signal) => patchName(rule, name, project, copies, signal));
}

async function patchName(
  rule: DeployedRule,
  name: string,
  { client }: Connected,
  copies: Copies,
  signal: AbortSignal,
): Promise<Updated | Ended> {
  // The copy for Undo is of what the person saw: what others have made of the rule meanwhile would be lost with it.
  const now = await client.rules.get(rule.id, { signal });
  if (!now.ok) return failedWith(now.failure, client);
  if (contentText(now.value.text) !== contentText(rule.text)) return changedMeanwhile(rule, "renamed");
  const copy = await keepCopy(now.value, "updated", copies);
  if (typeof copy !== "string") return copy;
  const outcome = await client.rules.patch(rule.id, JSON.stringify({ name }), { signal });
  if (outcome.ok) return { kind: "updated", before: now.value, after: outcome.value, copy };
  if (effectOf(outcome.failure) === "none") await copies.drop(copy);
  return failedWith(outcome.failure, client, KEPT);
}
