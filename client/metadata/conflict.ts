/** Why a metadata document cannot be written back as it is. */
import type { MetadataConflict } from "../../core/features/metadata-edit.ts";

/**
 * Beside what `core` finds: the rule file is gone; the text is from before a restart, so that nobody knows what the
 * file said when it was begun; VS Code did not take the edit.
 */
export type SaveConflict = MetadataConflict | "file-gone" | "restored" | "refused";

const WORDS = {
  missing: "The metadata is not in the file any more.",
  "file-gone": "The rule file is not there any more.",
  restored: "This text was kept from an earlier session, and the file has other metadata now.",
  refused: "The rule file could not be changed.",
} satisfies Partial<Record<SaveConflict, string>>;

/** The document stays as it is, unsaved: nothing is lost. */
export class CannotSave extends Error {
  constructor(
    readonly conflict: SaveConflict,
    words: string,
  ) {
    super(words);
    this.name = "CannotSave";
  }

  static because(conflict: keyof typeof WORDS): CannotSave {
    return new CannotSave(conflict, WORDS[conflict]);
  }
}
