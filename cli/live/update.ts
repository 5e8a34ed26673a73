/** What `update` does: show what a replacement would change and clear, ask, look again, replace. */
import { compareRules, contentText } from "../../core/compare/compare.ts";
import { differencesCount } from "../../core/compare/difference-words.ts";
import { effectOf } from "../../livekit/outcome.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import { UsageError, type ExitCode } from "../command.ts";
import { painter } from "../terminal/colour.ts";
import { visible } from "../../core/text/visible.ts";
import { checkUpdate } from "./beside-deployed.ts";
import type { Confirm } from "./confirm.ts";
import { differencesJson, differencesText } from "./differences.ts";
import { findRule } from "./find-rule.ts";
import { judge } from "./judge.ts";
import { readRuleFile, type RuleFile } from "./rule-file.ts";
import { idInFile } from "../../livekit/rules/id-in-file.ts";
import { asJson, Stopped, stoppedBy, valueOf, type Session } from "./session.ts";
import { undoCommand, type UndoCopies, type UndoCopy } from "./undo.ts";

export interface Updating {
  readonly path: string;
  /** An id or a name; otherwise the file's own id. */
  readonly id: string | undefined;
  readonly isDryRun: boolean;
  readonly keepsUnknown: boolean;
  readonly confirm: Confirm;
  /** Absent: no copy of the rule as it was is kept. */
  readonly copies: UndoCopies | undefined;
}

export async function updateFromFile(updating: Updating, session: Session): Promise<ExitCode> {
  const { isDryRun, keepsUnknown, confirm } = updating;
  const file = await readRuleFile(updating.path, "bare");
  const { input, text, edits } = file;
  const rule = await meantRule(updating.id, file, session);
  const start = `{"sip_dispatch_rule_id": ${JSON.stringify(rule.id)}, "replace": `;
  const body = `${start}${text}}`;
  judge({ input, body, target: "api-update", edits, offset: start.length }, keepsUnknown, session.say);
  const comparison = compareRules(rule.text, text);
  if (!comparison) throw new Stopped(`${input.name}: cannot be compared with ${visible(rule.id)}.`, 1);
  const title = `${visible(rule.id)}${rule.name === "" ? "" : ` "${visible(rule.name)}"`}`;
  const result = {
    project: session.project,
    id: rule.id,
    dryRun: isDryRun,
    differences: differencesJson(comparison),
  };
  if (comparison.differences.length === 0) {
    session.say(`${title} is the same as ${input.name}: there is nothing to update.\n`);
    if (session.isJson) await session.print(asJson({ ...result, updated: false }));
    return 0;
  }
  session.say(`${title} (${differencesCount(comparison)}):\n`);
  session.say(differencesText(comparison, painter("auto", process.stderr)));
  await checkUpdate(body, input.name, session);
  let undo: { readonly file: string; readonly command: string } | undefined;
  if (isDryRun) session.say(`${input.name}: LiveKit takes it; nothing was sent.\n`);
  else {
    const where = `project "${visible(session.project.name)}" (${visible(session.project.host)})`;
    if (!(await confirm(`Update ${title} in ${where}?`)))
      throw new Stopped("Nothing was updated.", 1, { kind: "cancelled" });
    await refuseIfChanged(rule, session);
    const copy = await replace(rule, input.document.text, updating.copies, session);
    if (session.isJson) session.say(`${title}: updated\n`);
    else await session.print(`${title}: updated\n`);
    if (copy) {
      undo = { file: copy.file, command: undoCommand("update", [copy], session.projectOptions) };
      session.say(`To undo it: ${visible(undo.command)}\n`);
    }
  }
  if (session.isJson) {
    const before = JSON.parse(rule.text) as unknown;
    await session.print(asJson({ ...result, updated: !isDryRun, before, ...(undo && { undo }) }));
  }
  return 0;
}

/** @returns the copy of the rule as it was, which stays also where it is not known whether it was replaced */
async function replace(
  rule: DeployedRule,
  document: string,
  copies: UndoCopies | undefined,
  { client }: Session,
): Promise<UndoCopy | undefined> {
  const copy = copies?.keep(rule);
  const outcome = await client.rules.replace(rule.id, document);
  if (outcome.ok) return copy;
  const { message, code, details } = stoppedBy(outcome.failure, client);
  if (!copy) throw new Stopped(message, code, details);
  if (effectOf(outcome.failure) === "none") {
    copies?.drop(copy);
    throw new Stopped(message, code, details);
  }
  const kept = ` The rule as it was is in ${visible(copy.file)}`;
  throw new Stopped(`${message}${kept}`, code, { ...details, undo: { file: copy.file } });
}

async function meantRule(word: string | undefined, file: RuleFile, session: Session): Promise<DeployedRule> {
  const own = idInFile(file.input.document);
  if (word === undefined && own === "")
    throw new UsageError(`${file.input.name} has no id: say with --id which rule it replaces.`);
  const rule = await findRule(word ?? own, session);
  // As LiveKit: `rule id in the info must be empty or match the id in the update`.
  if (own !== "" && own !== rule.id)
    throw new UsageError(`${file.input.name} is about ${visible(own)}, and --id is ${visible(rule.id)}.`);
  return rule;
}

/** A replacement would undo what somebody else has done since the differences were shown. */
async function refuseIfChanged(shown: DeployedRule, session: Session): Promise<void> {
  const now = valueOf(await session.client.rules.get(shown.id), session);
  if (contentText(now.text) === contentText(shown.text)) return;
  throw new Stopped(
    `${visible(shown.id)} has changed since it was read; nothing was sent. Run the command again to see how it differs now.`,
    1,
    { kind: "changed" },
  );
}
