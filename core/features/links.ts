/** What can be followed: from a field's name to LiveKit's page about it, from an address in a value to the web. */
import type { RuleDocument } from "../document.ts";
import { Flag, Kind, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { fieldOf } from "../protocol/fields.ts";
import type { Field } from "../protocol/schema.ts";
import { StringOffsets } from "../json/string-offsets.ts";

export interface DocumentLink extends Range {
  readonly url: string;
  readonly tooltip: string | undefined;
}

/**
 * The page about a field or message, as `schemas/documentation.json` has it under `livekit.Message.field` or
 * `livekit.Message`; handed in because those texts are loaded when they are first needed.
 */
export type LinkFor = (name: string) => string | undefined;

const ADDRESS = /https?:\/\/[^\s"<>\\^`{|}]+/g;
/** What ends a sentence rather than an address. */
const TRAILING = ".,;:!?')]";

/** In document order. */
export function documentLinks({ tree }: RuleDocument, linkFor: LinkFor): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (let node = 0; node < tree.size; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Key) {
      const field = fieldOf(tree, node);
      const url = field && pageAbout(field, linkFor);
      if (url !== undefined) links.push({ ...content(tree, node), url, tooltip: "LiveKit's documentation" });
    } else if (kind === Kind.String) links.push(...addresses(tree, node));
  }
  return links;
}

function pageAbout(field: Field, linkFor: LinkFor): string | undefined {
  return linkFor(`${field.message.name}.${field.name}`) ?? (field.type && linkFor(field.type.name));
}

function* addresses(tree: JsonTree, node: Node): Generator<DocumentLink> {
  const { start, end } = content(tree, node);
  // Most strings hold none: they are not taken apart. An escaped one may spell its slashes `\/`.
  const isCandidate = tree.has(node, Flag.Escaped) || tree.text.slice(start, end).includes("://");
  if (!isCandidate) return;
  const offsets = new StringOffsets(tree.text, start, end);
  for (const match of offsets.value.matchAll(ADDRESS)) {
    const url = withoutTrail(match[0]);
    if (url.endsWith("/") && url.length <= "https://".length) continue;
    const from = offsets.toOffset(match.index);
    yield { start: from, end: offsets.toOffset(match.index + url.length), url, tooltip: undefined };
  }
}

function withoutTrail(address: string): string {
  let end = address.length;
  while (TRAILING.includes(address[end - 1] ?? " ")) end--;
  return address.slice(0, end);
}

/** Between the quotes; all of a key that has none. */
function content(tree: JsonTree, node: Node): Range {
  const [start, end] = [tree.start(node), tree.end(node)];
  if (tree.text[start] !== '"') return { start, end };
  return { start: start + 1, end: tree.has(node, Flag.Unclosed) ? end : end - 1 };
}
