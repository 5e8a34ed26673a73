/** `get`: one deployed rule as a file. */
import { ruleFileText } from "../../core/compare/rule-text.ts";
import { defineCommand, UsageError } from "../command.ts";
import { EXIT_CODES } from "../live/exit-code.ts";
import { findRule } from "../live/find-rule.ts";
import { JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { asJson, withProject } from "../live/session.ts";

export const get = defineCommand({
  name: "get",
  summary: "Print a deployed rule as a rule file",
  operands: "ID|NAME",
  description: [
    "What is printed is a rule itself, without LiveKit's defaults and with everything else: `update` takes it.",
    EXIT_CODES,
  ],
  options: { ...JSON_OPTION, ...PROJECT_OPTIONS },
  examples: [
    {
      command: "livekit-dispatch get SDR_Vh6vTqQ3YzKp > dispatch-rule.json",
      does: "a file to edit and to update from",
    },
    { command: 'livekit-dispatch get "Support line"', does: "the rule with this name" },
  ],

  async run(values, [word, ...more]) {
    if (word === undefined || more.length > 0)
      throw new UsageError("get takes the id or the name of one rule.");
    return withProject(values, async (session) => {
      const text = ruleFileText((await findRule(word, session)).text);
      const { project } = session;
      await session.print(session.isJson ? asJson({ project, rule: JSON.parse(text) as unknown }) : text);
      return 0;
    });
  },
});
