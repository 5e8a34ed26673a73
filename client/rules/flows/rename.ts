/** Another name for a deployed rule: nothing else of it changes, whoever changes it meanwhile. Imports no editor. */
import { effectOf } from "../../../livekit/outcome.ts";
import { messageText, ruleTitle } from "../words.ts";
import { cancelled, failedWith, type Connected, type Ended, type Person } from "./person.ts";
import { KEPT, keepCopy, type Copies, type Same, type Updated } from "./update.ts";

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
  const copy = await keepCopy(rule, "updated", copies);
  if (typeof copy !== "string") return copy;
  const outcome = await person.wait("Renaming the rule…", (signal) =>
    client.rules.patch(ruleId, JSON.stringify({ name }), { signal }),
  );
  if (outcome.ok) return { kind: "updated", before: rule, after: outcome.value, copy };
  if (effectOf(outcome.failure) === "none") await copies.drop(copy);
  return failedWith(outcome.failure, client, KEPT);
}
