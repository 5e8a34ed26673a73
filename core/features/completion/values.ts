/** Values behind a colon and items of lists. */
import type { RuleDocument } from "../../document.ts";
import { Kind } from "../../json/tree.ts";
import type { Field } from "../../protocol/schema.ts";
import { colonOf } from "../../rules/convert/members.ts";
import type { Facts } from "../facts.ts";
import { candidatesFor } from "./candidates.ts";
import { makeChoice, type Choice } from "./choice.ts";
import type { Cursor } from "./cursor.ts";
import { layoutIn } from "./fields.ts";
import { fieldIn, type Scope } from "./scope.ts";
import { itemSketch, leavesMuchOpen, sketchOf } from "./skeletons.ts";
import { writeSketch, type Sketch } from "./snippet.ts";
import { spellingIn } from "./spelling.ts";
import type { Token } from "./token.ts";

/** What a map holds is the author's own text. */
const EMPTY_STRING = makeChoice({ label: '""', kind: "value", newText: '"$1"', isSnippet: true });

export function valueChoices(
  document: RuleDocument,
  { scope, key, token }: Extract<Cursor, { at: "value" }>,
  facts: Facts,
): readonly Choice[] {
  if (scope.field?.isMap) return token.isString ? [] : [EMPTY_STRING];
  const field = fieldIn(document, scope, key);
  if (!field) return [];
  const candidates = candidatesFor(field, facts);
  const choices = field.isList ? candidates.map(inList) : candidates;
  const needsSketch = field.isList || field.isMap || field.type !== undefined || choices.length === 0;
  if (!needsSketch || token.isString) return choices;
  return [...choices, sketchChoice(document, scope, token, field, sketchOf(field, facts))];
}

export function itemChoices(
  document: RuleDocument,
  { scope, token }: Extract<Cursor, { at: "item" }>,
  facts: Facts,
): readonly Choice[] {
  const { field } = scope;
  if (!field?.isList) return [];
  const taken = textsIn(document, scope, token);
  const choices = candidatesFor(field, facts).filter(({ newText }) => !taken.has(newText));
  if (choices.length > 0 || token.isString) return choices;
  return [sketchChoice(document, scope, token, field, itemSketch(field, facts))];
}

function inList(choice: Choice): Choice {
  return { ...choice, newText: `[${choice.newText}]` };
}

/** The blank that the file's author puts between a colon and a value, where the cursor stands right behind one. */
export function gapBefore(
  { tree }: RuleDocument,
  { scope, token }: Extract<Cursor, { at: "value" }>,
): string {
  const isBehindColon = tree.text[token.start - 1] === ":";
  return isBehindColon && !colonOf(tree, scope.node).endsWith(":") ? " " : "";
}

/** An empty value of the right kind, with the cursor in it. */
function sketchChoice(
  document: RuleDocument,
  scope: Scope,
  token: Token,
  field: Field,
  sketch: Sketch,
): Choice {
  const layout = layoutIn(document, scope, token.start, spellingIn(document, scope, ""));
  const newText = writeSketch(sketch, layout);
  return makeChoice({
    label: labelOf(newText),
    kind: "value",
    newText,
    isSnippet: true,
    documentationKey: field.type?.name,
    suggestsNext: leavesMuchOpen(sketch),
  });
}

function labelOf(text: string): string {
  const [first = "", last = ""] = [text[0], text.at(-1)];
  return first === '"'
    ? '""'
    : "{[".includes(first)
      ? `${first}…${last}`
      : text.replace(/^\$\{\d+:(.*)\}$/, "$1");
}

/** The other items of a list, as they stand in the text. */
function textsIn({ tree }: RuleDocument, scope: Scope, token: Token): Set<string> {
  const texts = new Set<string>();
  for (const item of tree.children(scope.node))
    if (tree.kind(item) === Kind.String && tree.start(item) !== token.start) texts.add(tree.raw(item));
  return texts;
}
