/** `delete`: deployed rules away. */
import { count } from "../check/outcome.ts";
import { defineCommand, UsageError } from "../command.ts";
import { confirmation } from "../live/confirm.ts";
import { EXIT_CODES } from "../live/exit-code.ts";
import { findRules } from "../live/find-rule.ts";
import { CHANGE_OPTIONS, JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { ruleTable } from "../live/rule-table.ts";
import { asJson, Stopped, stoppedBy, withProject } from "../live/session.ts";
import { visible } from "../terminal/visible.ts";

export const deleteCommand = defineCommand({
  name: "delete",
  summary: "Delete deployed rules",
  operands: "ID|NAME...",
  description: [
    "All are looked up before the first one is deleted. With --json the result has the deleted rules as they were.",
    EXIT_CODES,
  ],
  options: { ...CHANGE_OPTIONS, ...JSON_OPTION, ...PROJECT_OPTIONS },
  examples: [
    { command: "livekit-dispatch delete SDR_Vh6vTqQ3YzKp", does: "shows the rule and asks" },
    { command: "livekit-dispatch delete --yes SDR_Vh6vTqQ3YzKp SDR_2mTqXcB7nKwR", does: "in a script" },
  ],

  async run(values, words) {
    if (words.length === 0) throw new UsageError("delete needs the id or the name of a rule.");
    const confirm = confirmation(values, []);
    const isDryRun = values["dry-run"];
    return withProject(values, async (session) => {
      const { client, project, say } = session;
      const rules = await findRules(words, session);
      say(ruleTable(rules));
      const where = `project "${visible(project.name)}" (${visible(project.host)})`;
      if (isDryRun) say("Nothing was deleted.\n");
      else if (!(await confirm(`Delete ${count(rules.length, "rule")} in ${where}?`)))
        throw new Stopped("Nothing was deleted.", 1, { kind: "cancelled" });
      const deleted: unknown[] = [];
      for (const { id, text } of rules) {
        if (!isDryRun) {
          const outcome = await client.rules.delete(id);
          if (!outcome.ok) {
            const { message, code, details } = stoppedBy(outcome.failure, client);
            throw new Stopped(message, code, { ...details, deleted });
          }
          if (session.isJson) say(`Deleted ${visible(id)}\n`);
          else await session.print(`Deleted ${visible(id)}\n`);
        }
        deleted.push(JSON.parse(text));
      }
      if (session.isJson) await session.print(asJson({ project, dryRun: isDryRun, deleted }));
      return 0;
    });
  },
});
