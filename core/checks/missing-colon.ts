import { defineCheck } from "../check.ts";
import { insertText, safeFix } from "../fixes.ts";
import { rangeOf } from "../document.ts";
import { NONE } from "../json/tree.ts";
import { named } from "../text/show.ts";
import { nodeBefore } from "../json/node-at.ts";

export default defineCheck({
  code: "missing-colon",
  severity: "error",
  title: "Missing colon",
  why: `A name and its value are separated by a colon. LiveKit says \`missing ":" after field name\`.`,

  syntax(problem, { tree }) {
    const { text } = tree;
    const key = nodeBefore(tree, problem.order);
    if (key === NONE) return { message: "A colon is missing here." };
    const end = tree.end(key);
    const found = text[problem.start];
    const range = rangeOf(tree, key);
    // A list in braces, or a name without its value.
    if (found === undefined || ",}]".includes(found))
      return {
        message: `${named(tree.stringValue(key))} needs a colon and a value behind it.`,
        range,
      };
    const fix =
      found === "="
        ? safeFix("Write a colon", { start: problem.start, end: problem.start + 1, newText: ":" })
        : safeFix("Insert a colon", insertText(end, ":"));
    return { message: `A colon is missing behind ${named(tree.stringValue(key))}.`, range, fixes: [fix] };
  },

  examples: [
    {
      bad: `{"rule": {⟦"dispatchRuleDirect"⟧ {"roomName": "open-room"}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": {⟦"roomName"⟧ = "open-room"}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName" : "open-room"}}}`,
    },
    { bad: `{"rule": {"dispatchRuleDirect": {⟦"roomName"⟧}}}` },
    { good: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}` },
  ],
});
