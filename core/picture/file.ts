/** A file of rules in the picture: what LiveKit would store of it, and its places when somebody asks. */
import { readRuleDocument, type RuleDocument } from "../document.ts";
import type { Form } from "../rules/forms.ts";
import { rulesInDocument } from "../routing-tests/rules-in-document.ts";
import type { DispatchRule } from "../routing/types.ts";
import type { PictureFile } from "./origin.ts";

/** How many documents stay read. */
const KEPT = 64;
const kept = new Set<FileInPicture>();

export interface ReadFile {
  readonly file: PictureFile;
  /** None where LiveKit would refuse the file: that is said elsewhere. */
  readonly rules: readonly DispatchRule[];
  /** Whether rules stand in it, or are meant to, that are not among those. */
  readonly hasMore: boolean;
}

/**
 * @param document the text read for `auto`, if it was
 * @param hasRawBytes as `decodeUtf8` says
 */
export function readPictureFile(
  uri: string,
  text: string,
  hasRawBytes = false,
  document = readRuleDocument(text, "auto", hasRawBytes),
): ReadFile {
  const found = rulesInDocument(document);
  return {
    file: new FileInPicture(uri, text, document.form, hasRawBytes),
    rules: found.ok ? found.rules.map(({ rule }) => rule) : [],
    hasMore: !found.ok && (document.form !== "none" || document.tree.problems.length > 0),
  };
}

class FileInPicture implements PictureFile {
  readonly folder: string;
  #document: RuleDocument | undefined;

  constructor(
    readonly uri: string,
    readonly text: string,
    readonly form: Form,
    private readonly hasRawBytes: boolean,
  ) {
    this.folder = uri.slice(0, Math.max(uri.lastIndexOf("/"), uri.lastIndexOf("\\"), 0));
  }

  document(): RuleDocument {
    this.#document ??= readRuleDocument(this.text, "auto", this.hasRawBytes);
    kept.delete(this);
    kept.add(this);
    for (const oldest of kept) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
      oldest.#document = undefined;
    }
    return this.#document;
  }
}
