import { defineCheck } from "../check.ts";
import { isPlainEmbeddedJson } from "../json/embedded.ts";
import { readJson } from "../json/reader.ts";
import { StringOffsets } from "../json/string-offsets.ts";
import { Flag, Kind } from "../json/tree.ts";
import { describeSyntax } from "../text/describe-syntax.ts";

export default defineCheck({
  code: "metadata-broken-json",
  severity: "warning",
  title: "Metadata that is meant as JSON and is broken",
  why: `LiveKit stores metadata as a plain string and never looks into it. What reads it, your agent or your front
end, usually parses it as JSON; a string that begins like JSON and is none fails there, during the call.`,

  fields: ["SIPDispatchRuleInfo.metadata", "RoomAgentDispatch.metadata", "RoomConfiguration.metadata"],
  values: "filled",

  checkField({ value }, report, { tree }) {
    if (tree.kind(value) !== Kind.String || tree.has(value, Flag.Broken)) return;
    const start = tree.start(value) + 1;
    const end = tree.end(value) - 1;
    if (isPlainEmbeddedJson(tree.text, start, end)) return;
    const inner = tree.stringValue(value);
    if (!/^\s*[{[]/.test(inner) || isTemplate(inner)) return;
    const embedded = readJson(inner);
    const problem = embedded.problems[0];
    if (!problem) return;
    const offsets = new StringOffsets(tree.text, start, end);
    const from = offsets.toOffset(problem.start);
    const to = offsets.toOffset(Math.max(problem.end, problem.start + 1));
    report(
      { start: from, end: Math.max(from + 1, to) },
      { message: `The JSON in this metadata is broken: ${describeSyntax(problem.kind)}.` },
    );
  },

  examples: [
    {
      bad: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "metadata": "{\\"internal\\": true⟦,⟧}", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
    {
      good: `{"sip_dispatch_rule_id": "SDR_Vh6vTqQ3YzKp", "metadata": "{\\"internal\\": true}", "rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`,
    },
  ],
});

/** A text with placeholders that something fills in before it is JSON: `{{tenant}}`. */
function isTemplate(text: string): boolean {
  return /\{\{[^{}]*\}\}|\$\{[^{}]*\}/.test(text);
}
