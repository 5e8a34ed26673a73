/** `update`: a rule file in the place of a deployed rule. */
import { defineCommand, UsageError } from "../command.ts";
import { confirmation } from "../live/confirm.ts";
import { EXIT_CODES } from "../live/exit-code.ts";
import { CHANGE_OPTIONS, JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { withProject } from "../live/session.ts";
import { undoCopies, UNDO_OPTIONS } from "../live/undo.ts";
import { updateFromFile } from "../live/update.ts";

export const update = defineCommand({
  name: "update",
  summary: "Replace a deployed rule by a file, after showing what would change",
  operands: "FILE (or -)",
  description: [
    "The file replaces the whole rule: what it does not have is cleared. What would be added, changed and cleared is shown first, with LiveKit's names. If the rule has changed since it was read, nothing is sent.",
    "The rule as it was is kept in a file first, over no other, and the command that brings it back is printed.",
    EXIT_CODES,
  ],
  options: {
    id: { kind: "text", placeholder: "ID", help: "the rule's id or name; otherwise the id in the file" },
    ...CHANGE_OPTIONS,
    "keep-unknown": { kind: "flag", help: "send fields that are not known here; LiveKit may drop them" },
    ...UNDO_OPTIONS,
    ...JSON_OPTION,
    ...PROJECT_OPTIONS,
  },
  examples: [
    { command: "livekit-dispatch update dispatch-rule.json", does: "the rule whose id stands in the file" },
    {
      command: "livekit-dispatch update --id SDR_Vh6vTqQ3YzKp --dry-run dispatch-rule.json",
      does: "what would change and what would be cleared",
    },
  ],

  async run(values, [path, ...more]) {
    if (path === undefined || more.length > 0)
      throw new UsageError("update takes one file, or - for standard input.");
    const confirm = confirmation(values, [path]);
    const copies = undoCopies(values);
    const { id, "dry-run": isDryRun, "keep-unknown": keepsUnknown } = values;
    return withProject(values, (session) =>
      updateFromFile({ path, id, isDryRun, keepsUnknown, confirm, copies }, session),
    );
  },
});
