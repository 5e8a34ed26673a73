/**
 * Writes the text of a metadata string back into a file that may have changed since the text was taken out of it.
 * Nobody's words are overwritten: where the string is not found as it was, there is a conflict instead of an edit.
 */
import { readRuleDocument } from "../document.ts";
import { quoteString } from "../json/strings.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Edit } from "../problem.ts";
import { messageNamed } from "../protocol/schema.ts";
import { encodeMetadata, metadataStrings, type FieldPath, type MetadataString } from "./metadata-strings.ts";

/** Without an edit, the file says it already. */
export type MetadataEdit =
  { readonly edit: Edit | undefined } | { readonly conflict: MetadataConflict; readonly words: string };

/** The string says something else by now; it is gone; several could be meant; it has no end. */
export type MetadataConflict = "changed" | "missing" | "ambiguous" | "unclosed";

const WORDS: Readonly<Record<MetadataConflict, string>> = {
  changed: "The metadata was changed in the file meanwhile.",
  missing: "The metadata is not in the file any more.",
  ambiguous: "Rules or agents were moved in the file, and several have this metadata.",
  unclosed: "The metadata's string has no closing quote in the file.",
};

/**
 * @param path as `MetadataString.path` gave it; names are found in either spelling
 * @param original the text when it was taken out, which the file must still have
 * @param ownerName as `MetadataString.ownerName` gave it: tells an agent that moved from one that took its place
 */
export function applyMetadataEdit(
  currentText: string,
  path: FieldPath,
  original: string,
  changed: string,
  ownerName?: string,
): MetadataEdit {
  const document = readRuleDocument(currentText);
  const place = nodeAt(document.tree, path);
  const all = metadataStrings(document);
  const there = all.find(({ node }) => node === place);
  // What no list holds stays what it is under any name.
  const owner = path.some((step) => typeof step === "number") ? ownerName : undefined;
  const target = findTarget(all, there, original, changed, owner);
  if (typeof target === "string") return { conflict: target, words: WORDS[target] };
  if (!target.isClosed) return { conflict: "unclosed", words: WORDS.unclosed };
  return { edit: target.text === changed ? undefined : editedString(target, changed) };
}

/** @param there what stands where the string was */
function findTarget(
  all: readonly MetadataString[],
  there: MetadataString | undefined,
  original: string,
  changed: string,
  ownerName: string | undefined,
): MetadataString | MetadataConflict {
  const isOwner = (metadata: MetadataString): boolean =>
    ownerName === undefined || metadata.ownerName === ownerName;
  if (there && isOwner(there)) return there.text === original || there.text === changed ? there : "changed";
  const unchanged = all.filter((metadata) => metadata.text === original);
  const moved = unchanged.filter(isOwner);
  if (moved.length > 1) return "ambiguous";
  if (moved[0]) return moved[0];
  // The owner was given another name, if nobody else can be meant.
  if (there?.text === original && unchanged.length === 1) return there;
  return there ? "changed" : "missing";
}

function nodeAt(tree: JsonTree, path: FieldPath): Node {
  let node: Node = 0;
  for (const step of path) {
    const kind = tree.kind(node);
    if (typeof step === "number") {
      if (kind !== Kind.Array) return NONE;
      node = tree.children(node)[step] ?? NONE;
    } else {
      if (kind !== Kind.Object) return NONE;
      const key = tree.children(node).find((child) => protoName(tree.stringValue(child)) === protoName(step));
      node = key === undefined ? NONE : key + 1;
    }
    if (node === NONE) return NONE;
  }
  return node;
}

/** Fields on the way to metadata, by their other spelling. */
const PROTO_NAMES: ReadonlyMap<string, string> = new Map(
  ["CreateSIPDispatchRuleRequest", "SIPDispatchRuleInfo"].flatMap((message) =>
    messageNamed(message).fields.map((field) => [field.json, field.name] as const),
  ),
);

function protoName(name: string): string {
  return PROTO_NAMES.get(name) ?? name;
}

/** One edit, as small as it can be: escapes of the author's that did not change stay as they are written. */
function editedString(metadata: MetadataString, changed: string): Edit {
  if (metadata.isBroken) return { ...metadata.range, newText: encodeMetadata(changed) };
  const old = metadata.text;
  const longest = Math.min(old.length, changed.length);
  let before = 0;
  while (before < longest && old[before] === changed[before]) before++;
  if (isSplit(old, before) || isSplit(changed, before)) before--;
  let after = 0;
  while (after < longest - before && old.at(-1 - after) === changed.at(-1 - after)) after++;
  if (isSplit(old, old.length - after) || isSplit(changed, changed.length - after)) after--;
  return {
    start: metadata.offsets.toOffset(before),
    end: metadata.offsets.toOffset(old.length - after),
    newText: quoteString(changed.slice(before, changed.length - after)).slice(1, -1),
  };
}

/** Whether an index falls between the halves of one character, of which one alone cannot be written. */
function isSplit(text: string, index: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, index - 1), index + 1));
}
