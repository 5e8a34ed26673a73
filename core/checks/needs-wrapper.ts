import { defineCheck } from "../check.ts";
import type { RuleDocument } from "../document.ts";
import { Layout, NONE } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { isFilledText } from "../protocol/fields.ts";
import { fieldNamed } from "../protocol/schema.ts";
import { convertTo } from "../rules/convert.ts";
import { named } from "../text/show.ts";
import { formSpeaker, wrongForm } from "./support/form-mismatch.ts";
import { isRuleAsWrapper } from "./support/nesting.ts";
import { keyOrOpening, openingOf } from "./support/opening.ts";
import { SERVER_FIELDS } from "./support/rule-places.ts";
import { sortOfUnknown } from "./support/unknown-field.ts";

const RULE = fieldNamed("SIPDispatchRuleInfo.rule");
const ID = fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id");

export default defineCheck({
  code: "needs-wrapper",
  severity: "warning",
  title: "Rule without its wrapper",
  why: `Since version 2.4.11, \`lk sip dispatch create\` looks only at \`{"dispatch_rule": {…}}\` and answers
\`missing rule\` to a rule that stands by itself, as LiveKit's documentation still shows it. The HTTP API takes both.
\`lk sip dispatch update\` and the Cloud dashboard's JSON editor want the rule without the wrapper.`,

  decodes: ["unknown-field"],
  decoded(problem, document) {
    if (wrongForm(document) !== "needs-wrapper") return undefined;
    const unknown = sortOfUnknown(document, problem);
    if (unknown.sort !== "bare-form") return undefined;
    const name = named(document.tree.stringValue(problem.node));
    return {
      message: SERVER_FIELDS.includes(unknown.field.name)
        ? `${name} belongs to the server; a file to create from leaves it out and holds the rule inside \`dispatch_rule\`.`
        : `${name} is a field of the rule inside \`dispatch_rule\`; a create request itself has no such field.`,
      fixes: () => wrap(document),
    };
  },

  refuses: ["no-rule"],
  refused(refusal, document) {
    if (wrongForm(document) !== "needs-wrapper" || refusal !== formSpeaker(document)) return undefined;
    // A wrapper by another name is said as that.
    if (isRuleAsWrapper(document.tree)) return undefined;
    return {
      message: "`lk sip dispatch create` looks for the rule inside `dispatch_rule` only. Wrap it.",
      range: keyOrOpening(document.tree, 0, "rule"),
      // Who names this target wants a file for it.
      fixes: () => wrap(document, true),
    };
  },

  forms: ["bare"],
  checkFile(document, report) {
    const { target, tree } = document;
    if (target !== "auto" || isRuleAsWrapper(tree)) return;
    const { nodes } = tree;
    const end = nodes[3]!;
    let rule = NONE;
    for (let key = 1; key < end; key = tree.nextKey(key)) {
      const id = nodes[key * Layout.Stride + 3];
      if (id === RULE.id && rule === NONE) rule = key;
      // A rule with an id is stored already: nobody creates it.
      else if (id === ID.id && isFilledText(tree, key + 1)) return;
    }
    report(rule === NONE ? openingOf(tree, 0) : rule, {
      message: "`lk sip dispatch create` refuses this form with `missing rule`. Wrap it in `dispatch_rule`.",
      fixes: () => wrap(document),
    });
  },

  examples: [
    {
      bad: `{\n  "trunk_ids": [],\n  ⟦"rule"⟧: {\n    "dispatchRuleDirect": {\n      "roomName": "open-room",\n      "pin": ""\n    }\n  }\n}\n`,
      fixed: `{\n  "dispatch_rule": {\n    "trunk_ids": [],\n    "rule": {\n      "dispatchRuleDirect": {\n        "roomName": "open-room",\n        "pin": ""\n      }\n    }\n  }\n}\n`,
    },
    {
      bad: `{⟦"rule"⟧: {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "lk-create",
    },
    { good: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}` },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`, target: "lk-update" },
  ],
});

function wrap(document: RuleDocument, isSafe = false): Fix[] {
  const conversion = convertTo(document, "wrapped");
  return conversion.ok ? [{ title: "Wrap in `dispatch_rule`", edits: conversion.edits, isSafe }] : [];
}
