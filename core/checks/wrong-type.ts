import { defineCheck } from "../check.ts";
import { replaceNode, safeFix, suggestedFix } from "../fixes.ts";
import { NONE } from "../json/tree.ts";
import { named } from "../text/show.ts";
import { isAboutForm } from "./support/form-mismatch.ts";
import { expectedWords, isWholeValue } from "./support/expected.ts";
import { fitItem, fitValue } from "./support/fit-value.ts";
import { keyAbove, parentOf } from "../json/parents.ts";
import { spellingNear } from "./support/spelling.ts";
import { kindWords } from "./support/words.ts";
import { Kind } from "../json/tree.ts";

export default defineCheck({
  code: "wrong-type",
  severity: "error",
  title: "Value of the wrong type",
  why: `LiveKit converts nothing: a PIN is a string, even if it is all digits; a list stands in square brackets, even
if it has one item; \`true\` and \`false\` have no quotes. Only numbers may be written as strings.`,

  decodes: ["wrong-type"],
  decoded(problem, document) {
    if (isAboutForm(document, problem)) return undefined;
    const { tree } = document;
    const { node, field } = problem;
    if (!field)
      return { message: `A dispatch rule is an object in braces, and this is ${kindWords(tree, node)}.` };
    const isWhole = isWholeValue(tree, node, field);
    const key = tree.kind(node - 1) === Kind.Key ? node - 1 : keyAbove(tree, parentOf(tree, node));
    const name = named(key === NONE ? field.name : tree.stringValue(key));
    const words = isWhole || field.isMap ? name : `An item of ${name}`;
    return {
      message: `${words} must be ${expectedWords(field, isWhole)}, and this is ${kindWords(tree, node)}.`,
      fixes: () => {
        const spelling = spellingNear(tree, parentOf(tree, node));
        const fitted = (isWhole ? fitValue : fitItem)(tree, node, field, spelling);
        if (!fitted) return [];
        return [
          (fitted.isSafe ? safeFix : suggestedFix)(fitted.title, replaceNode(tree, node, fitted.newText)),
        ];
      },
    };
  },

  examples: [
    {
      bad: `{"rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": ⟦12345⟧}}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": "12345"}}}`,
    },
    {
      bad: `{"trunk_ids": ⟦"ST_8hXkQm2vTz4a"⟧, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"trunk_ids": ["ST_8hXkQm2vTz4a"], "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"hide_phone_number": ⟦"true"⟧, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
      fixed: `{"hide_phone_number": true, "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}`,
    },
    {
      bad: `{"rule": {"dispatchRuleDirect": ⟦"open-room"⟧}, "roomConfig": {"agents": [⟦"inbound-agent"⟧]}}`,
      fixed: `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "roomConfig": {"agents": ["inbound-agent"]}}`,
    },
    {
      good: `{"rule": {"dispatchRuleDirect": {"roomName": "safe-room", "pin": "12345"}}, "trunk_ids": ["ST_8hXkQm2vTz4a"]}`,
    },
  ],
});
