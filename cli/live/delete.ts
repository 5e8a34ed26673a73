/** What `delete` does: look all rules up, ask, look again, keep a copy of each, delete one after the other. */
import { contentText } from "../../core/compare/compare.ts";
import { effectOf } from "../../livekit/outcome.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import { count } from "../check/outcome.ts";
import type { ExitCode } from "../command.ts";
import { visible } from "../../core/text/visible.ts";
import type { Confirm } from "./confirm.ts";
import { findRules } from "./find-rule.ts";
import { ruleTable } from "./rule-table.ts";
import { asJson, Stopped, stoppedBy, valueOf, type Session } from "./session.ts";
import { undoCommand, type UndoCopies, type UndoCopy } from "./undo.ts";

export interface Deleting {
  /** Ids or names. */
  readonly words: readonly string[];
  readonly isDryRun: boolean;
  readonly confirm: Confirm;
  /** Absent: no copies of the rules are kept. */
  readonly copies: UndoCopies | undefined;
}

interface Kept {
  readonly rule: DeployedRule;
  readonly copy: UndoCopy | undefined;
}

export async function deleteRules(
  { words, isDryRun, confirm, copies }: Deleting,
  session: Session,
): Promise<ExitCode> {
  const { project, say } = session;
  const rules = await findRules(words, session);
  say(ruleTable(rules));
  const where = `project "${visible(project.name)}" (${visible(project.host)})`;
  if (isDryRun) say("Nothing was deleted.\n");
  else if (!(await confirm(`Delete ${count(rules.length, "rule")} in ${where}?`)))
    throw new Stopped("Nothing was deleted.", 1, { kind: "cancelled" });
  if (!isDryRun) await refuseIfChanged(rules, session);
  const undo = isDryRun ? undefined : await deleteAll(keepAll(rules, copies), copies, session);
  if (session.isJson) {
    const deleted = rules.map(({ text }) => JSON.parse(text) as unknown);
    await session.print(asJson({ project, dryRun: isDryRun, deleted, ...(undo && { undo }) }));
  }
  return 0;
}

/** The copies are of what was shown: what somebody else has made of it meanwhile would be lost. */
async function refuseIfChanged(shown: readonly DeployedRule[], session: Session): Promise<void> {
  const now = new Map(valueOf(await session.client.rules.list(), session).map(({ id, text }) => [id, text]));
  const other = shown.find(({ id, text }) => {
    const present = now.get(id);
    return present !== undefined && contentText(present) !== contentText(text);
  });
  if (other)
    throw new Stopped(
      `${visible(other.id)} has changed since it was read; nothing was deleted. Run the command again to see it as it is now.`,
      1,
      { kind: "changed" },
    );
}

/** All of them before the first one goes. */
function keepAll(rules: readonly DeployedRule[], copies: UndoCopies | undefined): readonly Kept[] {
  const kept: Kept[] = [];
  try {
    for (const rule of rules) kept.push({ rule, copy: copies?.keep(rule) });
  } catch (error) {
    for (const { copy } of kept) if (copy) copies?.drop(copy);
    throw error;
  }
  return kept;
}

async function deleteAll(
  kept: readonly Kept[],
  copies: UndoCopies | undefined,
  session: Session,
): Promise<object | undefined> {
  for (const [at, { rule }] of kept.entries()) {
    const outcome = await session.client.rules.delete(rule.id);
    if (!outcome.ok) {
      const { message, code, details } = stoppedBy(outcome.failure, session.client);
      // Whether this one is gone may not be known; those behind it are still there.
      const touched = kept.slice(0, effectOf(outcome.failure) === "unknown" ? at + 1 : at);
      for (const { copy } of kept.slice(touched.length)) if (copy) copies?.drop(copy);
      const before = kept.slice(0, at);
      const gone =
        before.length === 0 ? "" : ` Deleted before that: ${before.map((each) => each.rule.id).join(", ")}.`;
      const undo = sayUndo(touched, session);
      const deleted = before.map((each) => JSON.parse(each.rule.text) as unknown);
      throw new Stopped(message + visible(gone), code, { ...details, deleted, ...(undo && { undo }) });
    }
    if (session.isJson) session.say(`Deleted ${visible(rule.id)}\n`);
    else await session.print(`Deleted ${visible(rule.id)}\n`);
  }
  return sayUndo(kept, session);
}

function sayUndo(kept: readonly Kept[], { say, projectOptions }: Session): object | undefined {
  const copies = kept.flatMap(({ copy }) => copy ?? []);
  if (copies.length === 0) return undefined;
  const command = undoCommand("create", copies, projectOptions);
  say(`To undo it, with new ids: ${visible(command)}\n`);
  return { files: copies.map(({ file }) => file), command };
}
