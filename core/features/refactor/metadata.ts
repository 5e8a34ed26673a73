/** Metadata between an object, which LiveKit refuses, and the string that holds it; and the JSON in that string. */
import { parentOf } from "../../json/parents.ts";
import type { RuleDocument } from "../../document.ts";
import { replaceNode } from "../../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Range } from "../../problem.ts";
import { fieldOf } from "../../protocol/fields.ts";
import { inOneLine, isJson, isSpaced } from "../metadata-layout.ts";
import { encodeMetadata, isMetadata } from "../metadata-strings.ts";
import { keyOfValue, nodeAround } from "../node-around.ts";
import { rewrite, type Refactoring } from "./refactoring.ts";

/** Offered in the metadata's value and on its key. */
export function rewriteMetadata({ tree }: RuleDocument, range: Range): readonly Refactoring[] {
  const value = metadataValue(tree, nodeAround(tree, range.start));
  if (value === NONE) return [];
  const written = (title: string, text: string): Refactoring =>
    rewrite(title, [replaceNode(tree, value, encodeMetadata(text))]);
  if (tree.isContainer(value)) {
    const json = tree.raw(value);
    return [written("Write the metadata as a JSON string", inOneLine(json, isSpaced(json)))];
  }
  const text = tree.kind(value) === Kind.String ? tree.stringValue(value) : "";
  if (!isJson(text)) return [];
  // Line breaks would stand as `\n` in the file: a string's JSON is easiest to read in one line, with blanks.
  const [spaced, minified] = [inOneLine(text, true), inOneLine(text, false)];
  return [
    ...(text === spaced ? [] : [written("Space out the JSON in this string", spaced)]),
    ...(text === minified ? [] : [written("Minify the JSON in this string", minified)]),
  ];
}

/** The value of the metadata in which a node stands, or whose key it is. */
function metadataValue(tree: JsonTree, inside: Node): Node {
  for (let node = inside; node !== NONE; node = parentOf(tree, node)) {
    const key = tree.kind(node) === Kind.Key ? node : keyOfValue(tree, node);
    if (key !== NONE && isMetadata(fieldOf(tree, key))) return key + 1;
  }
  return NONE;
}
