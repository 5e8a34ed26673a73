/** `create`: rule files into a project. */
import { defineCommand, UsageError } from "../command.ts";
import { STANDARD_INPUT } from "../files/find.ts";
import { confirmation } from "../live/confirm.ts";
import { createRules } from "../live/create.ts";
import { EXIT_CODES } from "../live/exit-code.ts";
import { CHANGE_OPTIONS, JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { withProject } from "../live/session.ts";

export const create = defineCommand({
  name: "create",
  summary: "Create dispatch rules from files",
  operands: "FILE... (or -)",
  description: [
    "A file may have any form: a create request, a rule itself, an update request. What belongs to the server (id, times) is left out and named. LiveKit's verdict on every file, alone and beside the deployed rules, comes before anything is sent.",
    EXIT_CODES,
  ],
  options: {
    ...CHANGE_OPTIONS,
    "keep-unknown": { kind: "flag", help: "send fields that are not known here; LiveKit may drop them" },
    ...JSON_OPTION,
    ...PROJECT_OPTIONS,
  },
  examples: [
    { command: "livekit-dispatch create dispatch-rule.json", does: "in the project that lk would use" },
    {
      command: "livekit-dispatch create --project prod --dry-run dispatch-rules/*.json",
      does: "what LiveKit would say to all of them",
    },
    { command: "livekit-dispatch create --project prod --yes --json a.json", does: "in a script" },
  ],

  async run(values, paths) {
    if (paths.length === 0) throw new UsageError("create needs a file, or - for standard input.");
    if (paths.filter((path) => path === STANDARD_INPUT).length > 1)
      throw new UsageError("Standard input can be read once.");
    const confirm = confirmation(values, paths);
    const { "dry-run": isDryRun, "keep-unknown": keepsUnknown } = values;
    return withProject(values, (session) => createRules({ paths, isDryRun, keepsUnknown, confirm }, session));
  },
});
