/** `list`: the rules of a project. */
import { ruleFileText } from "../../core/compare/rule-text.ts";
import { count } from "../check/outcome.ts";
import { defineCommand, UsageError } from "../command.ts";
import { EXIT_CODES } from "../live/exit-code.ts";
import { JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { ruleTable } from "../live/rule-table.ts";
import { asJson, valueOf, withProject } from "../live/session.ts";

export const list = defineCommand({
  name: "list",
  summary: "List the deployed dispatch rules",
  operands: "",
  description: ["The table hides PINs; --json has the whole rules.", EXIT_CODES],
  options: {
    trunk: { kind: "list", placeholder: "ID", help: "only rules that calls on this trunk can reach" },
    ...JSON_OPTION,
    ...PROJECT_OPTIONS,
  },
  examples: [
    { command: "livekit-dispatch list", does: "a table of the rules" },
    {
      command: "livekit-dispatch list --json --trunk ST_8hXkQm2vTz4a",
      does: "those of one trunk, for a script",
    },
  ],

  async run(values, operands) {
    if (operands.length > 0)
      throw new UsageError("list takes no operands; for one rule: livekit-dispatch get.");
    return withProject(values, async (session) => {
      const { client, project } = session;
      const rules = valueOf(await client.rules.list({ trunkIds: values.trunk }), session);
      if (session.isJson) {
        const items = rules.map(({ text }) => JSON.parse(ruleFileText(text)) as unknown);
        await session.print(asJson({ project, items }));
        return 0;
      }
      if (rules.length > 0) await session.print(ruleTable(rules));
      session.say(rules.length > 0 ? `${count(rules.length, "rule")}\n` : "There are no dispatch rules.\n");
      return 0;
    });
  },
});
