import { defineCheck } from "../check.ts";
import { Kind } from "../json/tree.ts";
import { skipBlank } from "../json/blank.ts";
import { openingOf } from "./support/opening.ts";

export default defineCheck({
  code: "not-a-dispatch-rule",
  severity: "hint",
  title: "File without a dispatch rule",
  why: `Nothing in the file is a dispatch rule's: no \`dispatch_rule\`, \`rule\`, \`trunk_ids\`, \`room_config\` or the like.
It may be another program's file with a similar name; then open it as plain JSON. Given to LiveKit it would end in
\`missing rule\` or an unknown field.`,

  forms: ["none"],
  checkFile({ form, target, tree }, report) {
    if (form !== "none" || target !== "auto") return;
    const start = skipBlank(tree.text, 0);
    const isJson = tree.kind(0) !== Kind.Missing;
    report(
      isJson ? openingOf(tree, 0) : { start, end: Math.min(start + 1, tree.text.length) },
      start === tree.text.length
        ? "There is nothing here yet. A dispatch rule is an object with `dispatch_rule`, or with `rule`."
        : "Nothing here is a dispatch rule's; it would hold `dispatch_rule` or `rule`. If it is none, open the file as plain JSON.",
    );
  },

  examples: [
    { bad: `⟦{⟧"carriers": ["north", "south"], "region": "eu"}` },
    { bad: `⟦⟧` },
    { good: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}` },
  ],
});
