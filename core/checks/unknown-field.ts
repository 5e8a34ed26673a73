import type { Finding } from "../check.ts";
import { defineCheck } from "../check.ts";
import type { RuleDocument } from "../document.ts";
import { rangeOf } from "../document.ts";
import { removeChild, renameKey, replaceNode, safeFix, suggestedFix } from "../fixes.ts";
import { Kind, type Node } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { PROTOCOL_VERSION, type Field } from "../protocol/schema.ts";
import { plainName } from "../text/nearest.ts";
import { named } from "../text/show.ts";
import { droppedSentence, isDropped } from "./support/dropped.ts";
import { fitValue } from "./support/fit-value.ts";
import { parentOf } from "../json/parents.ts";
import { ruleAround } from "./support/rule-places.ts";
import { spell, spellingNear } from "./support/spelling.ts";
import { isSaidByRefusal, sortOfUnknown, standInFor, type UnknownKey } from "./support/unknown-field.ts";
import { particularFor } from "./support/particular-fields.ts";
import { placeOf } from "./support/words.ts";

/** How people write comments where there are none. */
const COMMENT = /^(?:_|\/\/|#|\$)|^comments?$/i;

export default defineCheck({
  code: "unknown-field",
  severity: "warning",
  title: "Field that LiveKit does not know",
  why: `\`lk\` refuses a file with a field that it does not know. The HTTP API, and with it the server SDKs, drop the
field without a word: a misspelt \`trunk_ids\` or \`numbers\` is gone, and the rule catches every call. Both spellings
of a field are known, \`trunk_ids\` and \`trunkIds\`, and may be mixed. The flags of \`lk\` are not fields: \`--trunks\`
is \`trunk_ids\`, \`--caller\` is \`dispatch_rule_individual\`.`,

  decodes: ["unknown-field"],
  decoded: (problem, document) =>
    isSaidByRefusal(document, problem) ? undefined : finding(problem, document),

  refuses: ["no-rule", "rule-without-kind"],
  refused(refusal, document) {
    const key = isDropped(document) ? standInFor(document, refusal) : undefined;
    const found = key && finding(key, document);
    return found && { ...found, range: rangeOf(document.tree, key.node) };
  },

  examples: [
    {
      bad: `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}, ⟦"trunks"⟧: ["ST_8hXkQm2vTz4a"]}}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}, "trunkIds": ["ST_8hXkQm2vTz4a"]}}`,
    },
    {
      bad: `{"rule": {⟦"dispatch_rule_caller"⟧: {"room_prefix": "call-"}}}`,
      fixed: `{"rule": {"dispatch_rule_individual": {"room_prefix": "call-"}}}`,
    },
    {
      bad: `{\n  ⟦"_comment"⟧: "all callers meet",\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
      fixed: `{\n  "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}\n}`,
    },
    {
      bad: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {⟦"room"⟧: "open-room"}}}}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      target: "api-create",
    },
    {
      good: `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"room_prefix": "call-"}}, "trunk_ids": ["ST_8hXkQm2vTz4a"]}}`,
    },
  ],
});

function finding(key: UnknownKey, document: RuleDocument): Finding | undefined {
  const unknown = sortOfUnknown(document, key);
  if (unknown.sort !== "unknown") return undefined;
  const { tree } = document;
  const name = tree.stringValue(key.node);
  const rule = ruleAround(document, key.node);
  const dropped = droppedSentence(document, rule, unknown.near);
  const severity = document.plan?.reader === "list" ? ({ severity: "hint" } as const) : {};
  if (COMMENT.test(name) && !unknown.near)
    return {
      message: `JSON has no comments, and ${named(name)} is no field of LiveKit's.${dropped}`,
      fixes: () => [safeFix(`Remove ${named(name)}`, removal(document, key.node))],
      ...severity,
    };
  const particular = particularFor(tree, key);
  if (particular)
    return {
      message: particular.message + dropped,
      fixes: () => [...particular.fixes(), remove(document, key.node)],
    };
  const { near } = unknown;
  const meant = near ? ` Did you mean ${named(spelled(document, key.node, near))}?` : "";
  const version = near ? "" : ` (protocol ${PROTOCOL_VERSION})`;
  return {
    message: `LiveKit knows no field ${named(name)} in ${placeOf(tree, key.node, key.message)}${version}.${meant}${dropped}`,
    fixes: () => [...(near ? [rename(document, key.node, near)] : []), remove(document, key.node)],
    ...severity,
  };
}

function spelled({ tree }: RuleDocument, key: Node, field: Field): string {
  return spell(field, spellingNear(tree, parentOf(tree, key), tree.stringValue(key)));
}

/** The field's name, and a list around its value where the field is one and the value is none. */
function rename(document: RuleDocument, key: Node, field: Field): Fix {
  const { tree } = document;
  const name = tree.stringValue(key);
  const to = spelled(document, key, field);
  const spelling = spellingNear(tree, parentOf(tree, key), name);
  const needsList = field.isList && tree.kind(key + 1) !== Kind.Array;
  const fitted = needsList ? fitValue(tree, key + 1, field, spelling) : undefined;
  const edits = [renameKey(tree, key, to), ...(fitted ? [replaceNode(tree, key + 1, fitted.newText)] : [])];
  const isSpelling = plainName(name) === plainName(field.name);
  return (isSpelling && !isDropped(document) ? safeFix : suggestedFix)(`Write ${named(to)}`, ...edits);
}

function remove(document: RuleDocument, key: Node): Fix {
  return suggestedFix(`Remove ${named(document.tree.stringValue(key))}`, removal(document, key));
}

function removal({ tree }: RuleDocument, key: Node) {
  return removeChild(tree, parentOf(tree, key), key);
}
