import { defineCheck } from "../check.ts";
import { rangeOf, type RuleDocument } from "../document.ts";
import { insertText, lineIndent, suggestedFix } from "../fixes.ts";
import type { Fix } from "../problem.ts";
import { fieldNamed } from "../protocol/schema.ts";
import { addedIndentation, firstLineBreak, indentation, indentLines } from "../rules/convert/lines.ts";
import { formSpeaker, wrongForm } from "./support/form-mismatch.ts";
import { keyOrOpening } from "./support/opening.ts";

const ID = fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id");

export default defineCheck({
  code: "needs-update-request",
  severity: "error",
  title: "Rule where an update request is wanted",
  why: `\`UpdateSIPDispatchRule\` of the HTTP API wants the rule's id and what to do with it:
\`{"sip_dispatch_rule_id": "SDR_…", "replace": {…}}\` puts a whole rule in its place, \`"update": {…}\` changes fields.
It ignores all other fields and misses these.`,

  refuses: ["update-without-id", "update-without-action"],
  refused(refusal, document) {
    if (wrongForm(document) !== "needs-update-request" || refusal !== formSpeaker(document)) return undefined;
    return {
      message: "The API's update wants `sip_dispatch_rule_id`, and the rule inside `replace` or `update`.",
      range: keyOrOpening(document.tree, 0, "dispatch_rule", "dispatchRule", "rule"),
      fixes: () => asReplace(document),
    };
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", ⟦"rule"⟧: {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "replace": {"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-update",
    },
    {
      bad: `{⟦"dispatch_rule"⟧: {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-update",
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "replace": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-update",
    },
  ],
});

/** A rule with an id in a request that replaces the rule of this id; the id inside may stay. */
function asReplace({ form, tree }: RuleDocument): Fix[] {
  const key = tree.children(0).find((each) => [ID.name, ID.json].includes(tree.stringValue(each)));
  if (form !== "bare" || tree.problems.length > 0 || key === undefined) return [];
  const { text } = tree;
  const range = rangeOf(tree, 0);
  const member = text.slice(tree.start(key), tree.end(key + 1));
  const lineStart = lineIndent(text, tree.start(1));
  const title = "Replace the rule that has this id";
  if (lineStart === undefined)
    return [
      suggestedFix(title, insertText(range.start, `{${member}, "replace": `), insertText(range.end, "}")),
    ];
  const base = indentation(text, range.start);
  const unit = addedIndentation(indentation(text, tree.start(1)), base);
  const before = insertText(range.start, `{${lineStart}${member},${lineStart}"replace": `);
  const lineBreak = firstLineBreak(lineStart, 0, lineStart.length) ?? "";
  const after = insertText(range.end, `${lineBreak}${base}}`);
  return [suggestedFix(title, before, ...indentLines(text, range, base, unit), after)];
}
