/** `delete`: deployed rules away. */
import { defineCommand, UsageError } from "../command.ts";
import { confirmation } from "../live/confirm.ts";
import { deleteRules } from "../live/delete.ts";
import { EXIT_CODES } from "../live/exit-code.ts";
import { CHANGE_OPTIONS, JSON_OPTION, PROJECT_OPTIONS } from "../live/options.ts";
import { withProject } from "../live/session.ts";
import { undoCopies, UNDO_OPTIONS } from "../live/undo.ts";

export const deleteCommand = defineCommand({
  name: "delete",
  summary: "Delete deployed rules",
  operands: "ID|NAME...",
  description: [
    "All are looked up before the first one is deleted. Each is kept in a file of its own first, over no other, and the command that creates them again is printed.",
    EXIT_CODES,
  ],
  options: { ...CHANGE_OPTIONS, ...UNDO_OPTIONS, ...JSON_OPTION, ...PROJECT_OPTIONS },
  examples: [
    { command: "livekit-dispatch delete SDR_Vh6vTqQ3YzKp", does: "shows the rule and asks" },
    { command: "livekit-dispatch delete --yes SDR_Vh6vTqQ3YzKp SDR_2mTqXcB7nKwR", does: "in a script" },
  ],

  async run(values, words) {
    if (words.length === 0) throw new UsageError("delete needs the id or the name of a rule.");
    const confirm = confirmation(values, []);
    const copies = undoCopies(values);
    const isDryRun = values["dry-run"];
    return withProject(values, (session) => deleteRules({ words, isDryRun, confirm, copies }, session));
  },
});
