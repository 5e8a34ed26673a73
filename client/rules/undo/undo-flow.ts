/** Taking a change back: itself a change, which is asked about like any other. Imports no editor. */
import { contentText } from "../../../core/compare/compare.ts";
import { ruleFileText } from "../../../core/compare/rule-text.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { convertTo } from "../../../core/rules/convert.ts";
import { isSame } from "../../projects/project-entry.ts";
import { deleteFlow } from "../flows/delete.ts";
import { failedWith, hasEnded, type Connected, type Ended, type Person } from "../flows/person.ts";
import { gone, updateFlow } from "../flows/update.ts";
import { ruleTitle } from "../words.ts";
import { movedWords } from "./undo-project.ts";
import { undoDelete } from "./undo-delete.ts";
import type { UndoEntry, UndoLog } from "./undo-log.ts";
import { LOST, type Undone } from "./undone.ts";

/** @param entries one batch, as `UndoLog.batch` gives it; none is left in the log once it is undone */
export async function undoFlow(
  entries: readonly UndoEntry[],
  log: UndoLog,
  project: Connected,
  person: Person,
): Promise<Undone | Ended> {
  const [entry] = entries;
  if (!entry) return { kind: "refused", words: "There is nothing to undo." };
  // Whoever looked for the project has looked at this too; between then and now it may have been changed.
  if (!isSame(entry, project.entry)) return { kind: "refused", words: movedWords(entry, project.entry) };
  switch (entry.kind) {
    case "created":
      return undoCreate(entry, log, project, person);
    case "updated":
      return undoUpdate(entry, log, project, person);
    case "deleted":
      // The log has the last one that was deleted first.
      return undoDelete(entries.toReversed(), log, project, person);
  }
}

async function undoCreate(
  entry: UndoEntry,
  log: UndoLog,
  project: Connected,
  person: Person,
): Promise<Undone | Ended> {
  const { client } = project;
  const created = (await log.texts(entry.key))?.after;
  const now = await person.wait("Reading the rule…", (signal) => client.rules.get(entry.ruleId, { signal }));
  if (!now.ok) {
    if (now.failure.kind !== "notFound") return failedWith(now.failure, client);
    await log.remove([entry.key]);
    return gone(entry.ruleId, project);
  }
  const isChanged = created !== undefined && contentText(now.value.text) !== contentText(created);
  const notes = ["You created this rule", ...(isChanged ? ["Warning: it was changed since then"] : [])];
  const deleting = { ruleIds: [entry.ruleId], batch: log.newKey(), notes };
  const result = await deleteFlow(deleting, project, person, log.copiesFor(project.entry));
  if (hasEnded(result)) return result;
  await log.remove([entry.key]);
  return { kind: "undone", words: `Undone: ${ruleTitle(now.value)} is deleted again.`, renewed: [] };
}

async function undoUpdate(
  entry: UndoEntry,
  log: UndoLog,
  project: Connected,
  person: Person,
): Promise<Undone | Ended> {
  const texts = await log.texts(entry.key);
  if (!texts?.before) return LOST;
  const { before, after } = texts;
  // Without its id, which it has no more where it was deleted and brought back meanwhile, and without defaults.
  const withoutId = convertTo(readRuleDocument(ruleFileText(before.text)), "wrapped");
  if (!withoutId.ok) return LOST;
  const updating = {
    text: withoutId.text,
    ruleId: entry.ruleId,
    ...(after !== undefined && { base: after }),
    notes: ["Back to the rule as it was before your update"],
    instead: { question: "Undo the update of", verb: "Undo" },
  };
  const result = await updateFlow(updating, project, person, log.copiesFor(project.entry));
  if (hasEnded(result)) return result;
  await log.remove([entry.key]);
  if (result.kind === "same")
    return { kind: "undone", words: `${ruleTitle(before)} is as it was already.`, renewed: [] };
  await log.noteUpdated(result.copy, result.before, result.after);
  return { kind: "undone", words: `Undone: ${ruleTitle(result.after)} is as it was.`, renewed: [] };
}
