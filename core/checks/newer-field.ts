import { defineCheck } from "../check.ts";
import { removeChild, suggestedFix } from "../fixes.ts";
import { PROTOCOL_VERSION } from "../protocol/schema.ts";
import { named } from "../text/show.ts";
import { droppedSentence } from "./support/dropped.ts";
import { parentOf } from "../json/parents.ts";
import { sortOfUnknown } from "./support/unknown-field.ts";

export default defineCheck({
  code: "newer-field",
  severity: "warning",
  title: "Field of a newer LiveKit",
  why: `LiveKit has this field in a newer version of its protocol than the one that is checked against. A tool built
with an older one refuses it as an unknown field; an older server that is asked over HTTP drops it without a word.`,

  decodes: ["unknown-field"],
  decoded(problem, document) {
    const unknown = sortOfUnknown(document, problem);
    if (unknown.sort !== "newer") return undefined;
    const { tree } = document;
    const name = named(tree.stringValue(problem.node));
    return {
      message: `${name} is newer than LiveKit's protocol ${PROTOCOL_VERSION}: it came with ${unknown.version}. Older tools and servers do not know it.${droppedSentence(document, undefined)}`,
      fixes: () => [
        suggestedFix(`Remove ${name}`, removeChild(tree, parentOf(tree, problem.node), problem.node)),
      ],
    };
  },

  examples: [
    {
      bad: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "roomConfig": {"agents": [{"agentName": "inbound-agent", ⟦"threadId"⟧: "AT_x"}]}}}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "roomConfig": {"agents": [{"agentName": "inbound-agent"}]}}}`,
    },
    {
      good: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "roomConfig": {"agents": [{"agentName": "inbound-agent"}]}}}`,
    },
  ],
});
