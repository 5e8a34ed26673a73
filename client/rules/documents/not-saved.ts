/** Why a deployed rule was not saved, as VS Code shows it: `Failed to save … (Not saved: …)`. Imports no editor. */
import type { Connected, Ended } from "../flows/person.ts";
import { projectTitle } from "../words.ts";

/**
 * VS Code writes `name: message` of whatever a file system throws. With an error of its own, the name would be
 * `Unavailable (FileSystemError)`, and people look for what is broken.
 */
export class NotSaved extends Error {
  override readonly name = "Not saved";
}

export function notSaved(ended: Ended, { entry }: Connected): NotSaved {
  if (ended.kind !== "cancelled") return new NotSaved(ended.words);
  return new NotSaved(
    `you cancelled, and nothing was updated in ${projectTitle(entry)}. Your text is still here`,
  );
}
