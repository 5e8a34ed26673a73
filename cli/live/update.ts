/** What `update` does: show what a replacement would change and clear, ask, look again, replace. */
import { compareRules, contentText } from "../../core/compare/compare.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import { UsageError, type ExitCode } from "../command.ts";
import { painter } from "../terminal/colour.ts";
import { visible } from "../terminal/visible.ts";
import { checkUpdate } from "./beside-deployed.ts";
import type { Confirm } from "./confirm.ts";
import { differencesCount, differencesJson, differencesText } from "./differences.ts";
import { findRule } from "./find-rule.ts";
import { judge } from "./judge.ts";
import { readRuleFile, type RuleFile } from "./rule-file.ts";
import { idInFile } from "./id-in-file.ts";
import { asJson, Stopped, valueOf, type Session } from "./session.ts";

export interface Updating {
  readonly path: string;
  /** An id or a name; otherwise the file's own id. */
  readonly id: string | undefined;
  readonly isDryRun: boolean;
  readonly keepsUnknown: boolean;
  readonly confirm: Confirm;
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
  if (isDryRun) session.say(`${input.name}: LiveKit takes it; nothing was sent.\n`);
  else {
    const where = `project "${visible(session.project.name)}" (${visible(session.project.host)})`;
    if (!(await confirm(`Update ${title} in ${where}?`)))
      throw new Stopped("Nothing was updated.", 1, { kind: "cancelled" });
    await refuseIfChanged(rule, session);
    valueOf(await session.client.rules.replace(rule.id, input.document.text), session);
    if (session.isJson) session.say(`${title}: updated\n`);
    else await session.print(`${title}: updated\n`);
  }
  if (session.isJson)
    await session.print(asJson({ ...result, updated: !isDryRun, before: JSON.parse(rule.text) as unknown }));
  return 0;
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
