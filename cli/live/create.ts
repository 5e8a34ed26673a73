/** What `create` does: every file is judged, alone and beside what is deployed, before the first one is sent. */
import type { ExitCode } from "../command.ts";
import { removedFields } from "../convert/input.ts";
import { count } from "../check/outcome.ts";
import { visible } from "../../core/text/visible.ts";
import { checkCreate } from "./beside-deployed.ts";
import type { Confirm } from "./confirm.ts";
import { judge } from "./judge.ts";
import { readRuleFile, type RuleFile } from "./rule-file.ts";
import { asJson, Stopped, stoppedBy, type Session } from "./session.ts";

export interface Creating {
  readonly paths: readonly string[];
  readonly isDryRun: boolean;
  readonly keepsUnknown: boolean;
  readonly confirm: Confirm;
}

interface Created {
  readonly file: string;
  /** Absent where it was only tried. */
  readonly id?: string;
  readonly name: string;
  readonly leftOut: readonly string[];
}

export async function createRules(creating: Creating, session: Session): Promise<ExitCode> {
  const { isDryRun, keepsUnknown, confirm } = creating;
  const files: RuleFile[] = [];
  for (const path of creating.paths) files.push(await readRuleFile(path, "wrapped"));
  for (const { input, text, edits, removed } of files) {
    session.say(removedFields(input.name, { ok: true, text, edits, removed }));
    judge({ input, body: text, target: "api-create", edits, offset: 0 }, keepsUnknown, session.say);
  }
  await checkCreate(files, session);
  const where = `project "${visible(session.project.name)}" (${visible(session.project.host)})`;
  if (!isDryRun && !(await confirm(`Create ${count(files.length, "rule")} in ${where}?`)))
    throw new Stopped("Nothing was created.", 1, { kind: "cancelled" });
  const created: Created[] = [];
  for (const file of files) created.push(await createOne(file, created, isDryRun, session));
  if (session.isJson) await session.print(asJson({ project: session.project, dryRun: isDryRun, created }));
  return 0;
}

async function createOne(
  { input, removed }: RuleFile,
  before: readonly Created[],
  isDryRun: boolean,
  session: Session,
): Promise<Created> {
  const leftOut = removed.map(({ name }) => name);
  if (isDryRun) {
    session.say(`${input.name}: LiveKit takes it; nothing was sent.\n`);
    return { file: input.name, name: input.document.rules[0]?.text("name") ?? "", leftOut };
  }
  const outcome = await session.client.rules.create(input.document.text);
  if (!outcome.ok) {
    const { message, code, details } = stoppedBy(outcome.failure, session.client);
    const already =
      before.length === 0 ? "" : ` Created before that: ${visible(before.map(({ id }) => id).join(", "))}.`;
    throw new Stopped(`${input.name}: ${message}${already}`, code, { ...details, created: before });
  }
  const { id, name } = outcome.value;
  const title = name === "" ? "" : ` "${visible(name)}"`;
  if (session.isJson) session.say(`${input.name}: created ${visible(id)}${title}\n`);
  else await session.print(`${input.name}: created ${visible(id)}${title}\n`);
  return { file: input.name, id, name, leftOut };
}
