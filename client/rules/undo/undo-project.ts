/** Where a change is taken back: in the project that it was made in, and in no other of the same name. Imports no editor. */
import { isSame, type ProjectEntry } from "../../projects/project-entry.ts";
import { messageText } from "../../live/safe-text.ts";
import type { UndoEntry } from "./undo-log.ts";

/**
 * The project of a change: the entry in which it was made, as long as that points to the same server with the same
 * key, or another entry that does; a project that was only renamed is still the same.
 */
export function projectOfChange(
  change: UndoEntry,
  known: readonly ProjectEntry[],
): ProjectEntry | { readonly problem: string } {
  const entry = known.find(({ id }) => id === change.projectId);
  if (entry && isSame(entry, change)) return entry;
  const other = known.find((each) => isSame(each, change));
  return other ?? { problem: entry ? movedWords(change, entry) : goneWords(change) };
}

function goneWords({ host }: UndoEntry): string {
  return `The project of the last change, on ${messageText(host)}, is not there any more.`;
}

/** What is said where the entry's name stands for something else by now. */
export function movedWords({ host, apiKey }: UndoEntry, now: ProjectEntry): string {
  const name = messageText(now.name);
  const there = `on ${messageText(host)} with the key ${messageText(apiKey)}`;
  const here =
    now.host === host
      ? `uses the key ${messageText(now.apiKey)}`
      : `points to another server, ${messageText(now.host)}`;
  return `The last change was made in project "${name}" ${there}. That project now ${here}, so nothing was sent. Point it back to undo this change.`;
}
