/** Whether the text of a metadata field is JSON. LiveKit does not look into it; whoever reads it does. */
import { readJson } from "../../../json/reader.ts";
import { Kind, type JsonTree } from "../../../json/tree.ts";
import { describeSyntax } from "../../../text/describe-syntax.ts";
import { textOf, type Subject } from "../subject.ts";
import { say, sayList, type Words } from "../words.ts";

export function explainMetadata(subject: Subject): Words[] {
  const text = textOf(subject);
  if (text === undefined || text === "") return [];
  const embedded = readJson(text);
  const problem = embedded.problems[0];
  if (!problem) return [contentWords(embedded)];
  if (!/^\s*[{[]/.test(text)) return [say`Plain text, no JSON: fine, unless what reads it expects JSON.`];
  const place = `character ${problem.start + 1}`;
  return [[`It begins like JSON and is none: ${describeSyntax(problem.kind)}, at ${place}.`]];
}

function contentWords(tree: JsonTree): Words {
  const children = tree.children(0);
  switch (tree.kind(0)) {
    case Kind.Object:
      if (children.length === 0) return say`JSON: an empty object.`;
      return sayList(
        "JSON: an object with ",
        children.map((key) => tree.stringValue(key)),
        ".",
      );
    case Kind.Array:
      return [`JSON: a list of ${children.length} ${children.length === 1 ? "item" : "items"}.`];
    default:
      return [`JSON, but no object: a single value.`];
  }
}
