import type { Finding } from "../check.ts";
import { defineCheck } from "../check.ts";
import { rangeOf, type RuleDocument } from "../document.ts";
import { removeChild, safeFix, suggestedFix } from "../fixes.ts";
import { NONE } from "../json/tree.ts";
import type { Fix } from "../problem.ts";
import { keyOf } from "../protocol/fields.ts";
import type { RuleView } from "../rules/rule-view.ts";
import { named } from "../text/show.ts";
import { destinationAt, moveMember } from "./support/destination.ts";
import { droppedSentence, isDropped } from "./support/dropped.ts";
import { isHuge } from "./support/huge.ts";
import { isInRuleAsWrapper, unnest } from "./support/nesting.ts";
import { parentOf } from "../json/parents.ts";
import { CREATE, INFO, RULE, ruleAround, ruleField, type Place } from "./support/rule-places.ts";
import { spellingNear } from "./support/spelling.ts";
import { isSaidByRefusal, sortOfUnknown, standInFor, type UnknownKey } from "./support/unknown-field.ts";
import { placeOf } from "./support/words.ts";

export default defineCheck({
  code: "misplaced-field",
  severity: "warning",
  title: "Field in the wrong place",
  why: `A dispatch rule holds \`name\`, \`trunk_ids\`, \`metadata\`, \`room_config\` and the like side by side with
\`rule\`. In \`rule\` stands only its kind, in the kind only what that kind needs: a room and a PIN. Elsewhere a field
is unknown: \`lk\` refuses it, the HTTP API drops it without a word.`,

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
      bad: `{\n  "name": "Support line",\n  ⟦"dispatchRuleIndividual"⟧: { "roomPrefix": "call-" }\n}`,
      fixed: `{\n  "name": "Support line",\n  "rule": {\n    "dispatchRuleIndividual": { "roomPrefix": "call-" }\n  }\n}`,
    },
    {
      bad: `{"dispatch_rule": {"rule": {⟦"name"⟧: "Support line", "dispatchRuleDirect": {"roomName": "open-room"}}}}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "name": "Support line"}}`,
    },
    {
      bad: `{"rule": {⟦"rule"⟧: {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleIndividual": {"roomPrefix": "call-"}}}}`,
    },
    {
      bad: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}, ⟦"numbers"⟧: ["+15551234"]}`,
      fixed: `{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"roomName": "open-room"}}, "numbers": ["+15551234"]}}`,
      target: "api-create",
    },
    {
      good: `{"dispatch_rule": {"name": "Support line", "rule": {"dispatchRuleDirect": {"roomName": "open-room"}}}}`,
    },
  ],
});

function finding(key: UnknownKey, document: RuleDocument): Finding | undefined {
  const unknown = sortOfUnknown(document, key);
  const { tree } = document;
  const name = named(tree.stringValue(key.node));
  const rule = ruleAround(document, key.node);
  const remove = (): Fix =>
    suggestedFix(`Remove ${name}`, removeChild(tree, parentOf(tree, key.node), key.node));
  if (unknown.sort === "wrapper")
    return {
      message:
        key.message === RULE
          ? `A rule's \`rule\` holds its kind, not another \`rule\`. What holds a whole rule is called \`dispatch_rule\`.`
          : `${name} stands in another one: it belongs at the top of a create request.`,
      fixes: () => unnest(document, key.node),
    };
  if (unknown.sort !== "misplaced" || !rule) return undefined;
  const { place } = unknown;
  const dropped = droppedSentence(document, rule, ruleField(rule, tree.stringValue(key.node)));
  return {
    message: `${name} belongs ${whereNot(document, key, place)}.${dropped}`,
    fixes: () => {
      // One cause: what was meant for the wrapper is called `rule`, and all in it seems one level too deep.
      const renamed = isInRuleAsWrapper(document, key) ? unnest(document, key.node) : [];
      return [...(renamed.length > 0 ? renamed : moves(document, rule, key, place)), remove()];
    },
  };
}

/** Where it belongs, and where it stands. */
function whereNot({ tree, form }: RuleDocument, { node, message }: UnknownKey, place: Place): string {
  if (message === CREATE && form === "wrapped")
    return place.message === INFO
      ? "inside `dispatch_rule`, not beside it"
      : `${place.words} inside \`dispatch_rule\``;
  const isAtTop = message === INFO || message === CREATE;
  return `${place.words}, not ${isAtTop ? "directly in the dispatch rule" : `in ${placeOf(tree, node, message)}`}`;
}

function moves(document: RuleDocument, rule: RuleView, { node }: UnknownKey, place: Place): Fix[] {
  const { tree } = document;
  const name = tree.stringValue(node);
  // Where the text is no JSON it is not certain what stands where.
  if (tree.problems.length > 0 || isHuge(tree, parentOf(tree, node)) || isHuge(tree, rule.node)) return [];
  const to = destinationAt(tree, rule.node, place.path, spellingNear(tree, rule.node, name));
  const field = place.message === INFO ? ruleField(rule, name) : place.message.spellings.get(name);
  if (!to || !field) return [];
  const isTaken = to.steps.length === 0 && keyOf(tree, to.object, field) !== NONE;
  if (isTaken || (place.message === RULE && rule.kinds.length > 0)) return [];
  const where = place.message === INFO ? "the dispatch rule" : place.words.replace(/^in /, "");
  const title = `Move ${named(name)} into ${where}`;
  const edits = moveMember(tree, parentOf(tree, node), node, to);
  return [(isDropped(document) ? suggestedFix : safeFix)(title, ...edits)];
}
