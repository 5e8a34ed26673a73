/** Members that an object may still take, written as the file writes its own. */
import type { RuleDocument } from "../../document.ts";
import { quoteString } from "../../json/strings.ts";
import { NONE, type Node } from "../../json/tree.ts";
import type { Field } from "../../protocol/schema.ts";
import { colonOf } from "../../rules/convert/members.ts";
import { startsLine } from "../../rules/convert/lines.ts";
import type { Facts } from "../facts.ts";
import { candidatesFor, keyCandidatesFor } from "./candidates.ts";
import { makeChoice, type Choice } from "./choice.ts";
import type { Cursor } from "./cursor.ts";
import { offeredFields, presentIn, type Present } from "./offered.ts";
import type { Scope } from "./scope.ts";
import { leavesMuchOpen, sketchOf } from "./skeletons.ts";
import { lineStyle, plain, writeSketch, type Layout } from "./snippet.ts";
import { spellingIn } from "./spelling.ts";
import { typeWords } from "./words.ts";

export type KeyCursor = Extract<Cursor, { at: "key" }>;

export interface Members {
  readonly present: Present;
  readonly choices: readonly Choice[];
}

export function memberChoices(document: RuleDocument, cursor: KeyCursor, facts: Facts): Members {
  const { scope, token } = cursor;
  const present = presentIn(document, scope, keyAt(document, cursor));
  if (scope.field?.isMap) return { present, choices: namesIn(cursor, present, facts) };
  const typed = document.text.slice(token.start, token.end);
  const layout = layoutIn(document, scope, token.start, spellingIn(document, scope, typed));
  const choices = offeredFields(document, scope, present).map((field) =>
    memberChoice(field, cursor.hasColon, layout, facts),
  );
  return { present, choices };
}

/** The key of which the token is the name, or `NONE`. */
function keyAt({ tree }: RuleDocument, { scope, token }: KeyCursor): Node {
  const end = tree.next(scope.node);
  if (token.start === token.end) return NONE;
  for (let key = scope.node + 1; key < end; key = tree.next(key))
    if (tree.start(key) === token.start) return key;
  return NONE;
}

function memberChoice(field: Field, hasColon: boolean, layout: Layout, facts: Facts): Choice {
  const label = layout.spell(field);
  const sketch = hasColon ? "" : sketchOf(field, facts);
  const name = quoteString(label);
  return {
    label,
    kind: "field",
    newText: hasColon ? name : name + layout.colon + writeSketch(sketch, layout),
    isSnippet: !hasColon,
    detail: DETAILS[field.name] ?? typeWords(field),
    documentationKey: `${field.message.name}.${field.name}`,
    alias: undefined,
    deprecated: field.isDeprecated,
    suggestsNext: !hasColon && (leavesMuchOpen(sketch) || hasCandidates(field, facts)),
  };
}

/** What tells the kinds of rules apart. */
const DETAILS: Readonly<Record<string, string>> = {
  dispatch_rule_direct: "one room for all callers",
  dispatch_rule_individual: "a room for each call",
  dispatch_rule_callee: "a room for each called number",
};

/** Whether there are values to choose from, of which the new member does not hold one yet. */
function hasCandidates(field: Field, facts: Facts): boolean {
  if (field.isMap) return keyCandidatesFor(field, facts).length > 0;
  return field.kind !== "bool" && candidatesFor(field, facts).length > 0;
}

/** Names of attributes. */
function namesIn({ scope, hasColon }: KeyCursor, { names }: Present, facts: Facts): Choice[] {
  const known = scope.field ? keyCandidatesFor(scope.field, facts) : [];
  const open = known.filter(({ label }) => !names.has(label));
  if (hasColon) return open;
  return open.map((name) =>
    makeChoice({ ...name, newText: `${plain(name.newText)}: "$1"`, isSnippet: true }),
  );
}

/** In lines where the object at hand is written in lines, or where the cursor has a line of its own. */
export function layoutIn(
  document: RuleDocument,
  scope: Scope,
  offset: number,
  spell: Layout["spell"],
): Layout {
  const { tree } = document;
  const first = tree.next(scope.node) > scope.node + 1 ? tree.start(scope.node + 1) : offset;
  const { lineBreak, unit } = lineStyle(tree);
  const colon = colonOf(tree, scope.node);
  return {
    lineBreak: startsLine(tree.text, first) || startsLine(tree.text, offset) ? lineBreak : "",
    unit,
    colon: /^:[ \t]*$/.test(colon) ? colon : ": ",
    spell,
  };
}
