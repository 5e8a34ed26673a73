/** All fields in one spelling. LiveKit reads both, and its examples mix them. */
import { ruleAround } from "../../checks/support/rule-places.ts";
import { spell, type Spelling } from "../../checks/support/spelling.ts";
import type { RuleDocument } from "../../document.ts";
import { renameKey } from "../../fixes.ts";
import { Kind, NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit, Range } from "../../problem.ts";
import { fieldOf } from "../../protocol/fields.ts";
import { nodeAround } from "../node-around.ts";
import { rewrite, type Refactoring } from "./refactoring.ts";

const TITLES: Readonly<Record<Spelling, string>> = {
  snake: "Spell all fields in snake_case",
  camel: "Spell all fields in camelCase",
};

/**
 * Offered on a field that has two spellings; in a list for the rule around it alone. The keys of attributes, and
 * unknown ones, are nobody's fields.
 */
export function spellFields(document: RuleDocument, range: Range): readonly Refactoring[] {
  const { tree, verdict, unreached } = document;
  const node = nodeAround(tree, range.start);
  if (node === NONE || tree.kind(node) !== Kind.Key || !hasTwoSpellings(tree, node)) return [];
  // What stands in both spellings would stand twice in one: LiveKit refuses either, but says something else.
  const isDuplicate = ({ kind }: { kind: string }): boolean => kind === "duplicate-field";
  if (verdict?.decoded.some(isDuplicate) === true || unreached.some(isDuplicate)) return [];
  const rule = document.form === "list" ? ruleAround(document, node)?.node : 0;
  if (rule === undefined) return [];
  return (["snake", "camel"] as const).flatMap((spelling) => {
    const edits = renames(tree, spelling, rule);
    return edits.length > 0 ? [rewrite(TITLES[spelling], edits)] : [];
  });
}

function hasTwoSpellings(tree: JsonTree, key: Node): boolean {
  const field = fieldOf(tree, key);
  return field !== undefined && field.name !== field.json;
}

function renames(tree: JsonTree, spelling: Spelling, object: Node): readonly Edit[] {
  const edits: Edit[] = [];
  const end = tree.next(object);
  for (let key = object; key < end; key++) {
    const field = tree.kind(key) === Kind.Key ? fieldOf(tree, key) : undefined;
    if (!field || field.name === field.json) continue;
    const name = spell(field, spelling);
    if (tree.stringValue(key) !== name) edits.push(renameKey(tree, key, name));
  }
  return edits;
}
