/** A file with one rule in the other form. */
import { removeChildren } from "../../fixes.ts";
import type { JsonTree, Node } from "../../json/tree.ts";
import { inWords, named } from "../../text/show.ts";
import { shapeOf } from "../forms.ts";
import { checkedBare, converted, refuse, type Conversion, type FileForm } from "./conversion.ts";
import { besideRemovals, keysOf, memberRange } from "./members.ts";
import { asRemoved, serverKeys } from "./server-fields.ts";
import { unwrap, wrap, WRAPPER_SPELLINGS } from "./wrapper.ts";

/** The document's object in a wrapper, without what belongs to the server. */
export function toCreateRequest(tree: JsonTree): Conversion {
  const { before, lines, after } = wrap(tree);
  const own = serverKeys(tree, 0);
  const inside = besideRemovals(lines, removeChildren(tree, 0, own));
  return converted(tree, [before, ...inside, after], asRemoved(tree, own));
}

export function convertWrapped(tree: JsonTree, to: FileForm): Conversion {
  const [rule] = shapeOf(tree).rules;
  if (rule === undefined) {
    const wrapper = keysOf(tree, 0, ...WRAPPER_SPELLINGS).slice(-1);
    return refuse("The wrapper holds no rule.", ...wrapper.map((key) => memberRange(tree, key)));
  }
  if (to === "wrapped") {
    const own = serverKeys(tree, rule);
    return converted(tree, removeChildren(tree, rule, own), asRemoved(tree, own));
  }
  const wrapper = rule - 1;
  const beside = tree.children(0).filter((key) => key !== wrapper);
  if (beside.length > 0) return refuseBeside(tree, wrapper, beside);
  const { before, lines, after } = unwrap(tree, wrapper);
  const range = { start: tree.start(rule), end: tree.end(rule) };
  return checkedBare(converted(tree, [before, ...lines, after]), range);
}

/**
 * LiveKit ignores what stands beside the wrapper (livekit/protocol, `CreateSIPDispatchRuleRequest.Validate`):
 * in the rule it would begin to count, without it the author's words would be lost.
 */
function refuseBeside(tree: JsonTree, wrapper: Node, beside: readonly Node[]): Conversion {
  const names = [...new Set(beside.map((key) => named(tree.stringValue(key))))];
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
  const [verb, pronoun] = names.length > 1 ? ["stand", "them"] : ["stands", "it"];
  const reason =
    `${inWords(shown)} ${verb} beside ${named(tree.stringValue(wrapper))}, where LiveKit ignores ${pronoun}. ` +
    `Move ${pronoun} into the rule or remove ${pronoun} first.`;
  return refuse(reason, memberRange(tree, beside[0]!));
}
