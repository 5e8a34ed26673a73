/** One rule of a list as a file of its own. The list, which is a server's answer, stays as it is. */
import { parentOf } from "../../json/parents.ts";
import type { RuleDocument } from "../../document.ts";
import { NONE } from "../../json/tree.ts";
import type { Range } from "../../problem.ts";
import { extractItem, type FileForm } from "../../rules/convert.ts";
import { fileNames } from "../../rules/convert/file-names.ts";
import { RuleView } from "../../rules/rule-view.ts";
import { nodeAround } from "../node-around.ts";
import type { Refactoring } from "./refactoring.ts";

const TITLES: Readonly<Record<FileForm, string>> = {
  bare: "Extract the rule into a file, as `lk sip dispatch update` reads it",
  wrapped: "Extract the rule into a file, as `lk sip dispatch create` reads it",
};

export function extractListItem(document: RuleDocument, range: Range): readonly Refactoring[] {
  const { tree, rules } = document;
  const [first] = rules;
  if (document.form !== "list" || !first) return [];
  const list = parentOf(tree, first.node);
  let item = nodeAround(tree, range.start);
  while (item !== NONE && parentOf(tree, item) !== list) item = parentOf(tree, item);
  const rule = rules.find(({ node }) => node === item);
  if (!rule) return [];
  const index = tree.children(list).indexOf(item);
  return (["bare", "wrapped"] as const).flatMap((form) => {
    const conversion = extractItem(document, index, form);
    if (!conversion.ok) return [];
    const newFile = { name: fileName(rule, index), text: conversion.text };
    return [{ title: TITLES[form], kind: "refactor.extract", edits: [], newFile } satisfies Refactoring];
  });
}

function fileName(rule: RuleView, index: number): string {
  const candidates = [rule.text("name"), rule.text("sip_dispatch_rule_id"), `rule-${index + 1}`];
  return fileNames([candidates])[0] ?? "";
}
