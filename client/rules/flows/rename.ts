/** Another name for a deployed rule: nothing else of it changes, and no other's change is lost. Imports no editor. */
import { messageText } from "../../live/safe-text.ts";
import { ruleTitle } from "../words.ts";
import { cancelled, failedWith, type Connected, type Ended, type Person } from "./person.ts";
import { changeAsSeen, changedMeanwhile, type Copies, type Same, type Updated } from "./update.ts";

/** @param name empty for none */
export async function renameFlow(
  { ruleId, name }: { readonly ruleId: string; readonly name: string },
  project: Connected,
  person: Person,
  copies: Copies,
): Promise<Updated | Same | Ended> {
  const { client, entry } = project;
  const found = await person.wait("Reading the rule…", (signal) => client.rules.get(ruleId, { signal }));
  if (!found.ok) return failedWith(found.failure, client);
  const rule = found.value;
  if (rule.name === name) return { kind: "same", rule };
  const agreed = await person.agree({
    project: entry,
    question: `Rename ${ruleTitle(rule)}?`,
    lines: [name === "" ? "The rule will have no name" : `New name: "${messageText(name)}"`],
    verb: "Rename",
  });
  if (!agreed) return cancelled("Nothing was renamed.");
  return person.wait("Renaming the rule…", (signal) =>
    changeAsSeen(rule, project, copies, signal, changedMeanwhile(rule, "renamed"), () =>
      client.rules.patch(rule.id, JSON.stringify({ name }), { signal }),
    ),
  );
}
