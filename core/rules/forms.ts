/** Which of the forms of a dispatch-rule file a document has: told by its content, never by its name. */
import { NameTable } from "../json/name-table.ts";
import { FIELD_NAMES } from "../protocol/schema.ts";
import { Kind, Layout, NONE, type JsonTree, type Node } from "../json/tree.ts";

/**
 * `wrapped` `{"dispatch_rule": {...}}`; `bare` a rule itself; `list` the output of a list; `update` an update
 * request; `none` nothing of a dispatch rule.
 */
export const FORMS = ["wrapped", "bare", "list", "update", "none"] as const;
export type Form = (typeof FORMS)[number];

/** A document's form and the objects in it that hold the fields of a rule, in order. */
export interface Shape {
  readonly form: Form;
  readonly rules: readonly Node[];
}

const enum Name {
  Wrapper,
  Replace,
  Update,
  Items,
  RuleId,
  /** A name that only a dispatch rule has; `name`, `metadata` and the like prove nothing. */
  Telling,
  Rule,
}

const spelled = (meaning: Name, ...names: string[]): [string, Name][] => names.map((name) => [name, meaning]);

const SPELLED: readonly (readonly [string, Name])[] = [
  ...spelled(Name.Wrapper, "dispatch_rule", "dispatchRule"),
  ...spelled(Name.Replace, "replace"),
  ...spelled(Name.Update, "update"),
  ...spelled(Name.Items, "items"),
  ...spelled(Name.RuleId, "sip_dispatch_rule_id", "sipDispatchRuleId"),
  ...spelled(Name.Rule, "rule"),
  ...spelled(Name.Telling, "trunk_ids", "trunkIds", "hide_phone_number", "hidePhoneNumber"),
  ...spelled(Name.Telling, "inbound_numbers", "inboundNumbers", "room_preset", "roomPreset"),
  ...spelled(Name.Telling, "room_config", "roomConfig", "krisp_enabled", "krispEnabled"),
  ...spelled(Name.Telling, "media_encryption", "mediaEncryption"),
  ...spelled(Name.Telling, "dispatch_rule_direct", "dispatchRuleDirect"),
  ...spelled(Name.Telling, "dispatch_rule_individual", "dispatchRuleIndividual"),
  ...spelled(Name.Telling, "dispatch_rule_callee", "dispatchRuleCallee"),
  ...spelled(Name.Telling, "dispatch_rule_caller", "dispatchRuleCaller"),
];
const NAMES = new NameTable<Name>(SPELLED);

/** The names by the marks that the reader leaves at them. */
const meanings = Array.from({ length: FIELD_NAMES.count + 1 }, (): Name | undefined => undefined);
for (const [name, meaning] of SPELLED) {
  const id = FIELD_NAMES.idOf(name);
  if (id > 0) meanings[id] = meaning;
}

const NO_RULES: readonly Node[] = [];
const NO_SHAPE: Shape = { form: "none", rules: NO_RULES };
const BARE: Shape = { form: "bare", rules: [0] };

/** A name that only a dispatch rule has, anywhere in a text. */
const TELLING_TEXT =
  /"(?:dispatch_?rule(?:_?(?:direct|individual|callee|caller))?|trunk_?ids|hide_?phone_?number|inbound_?numbers|room_?(?:preset|config)|sip_?dispatch_?rule_?id|krisp_?enabled)"/i;

export function shapeOf(tree: JsonTree): Shape {
  const shape = shapeOfTree(tree);
  // A broken text may hide the names that tell: a string that is not closed swallows what follows it.
  if (shape.form !== "none" || tree.problems.length === 0) return shape;
  const telling = TELLING_TEXT.exec(tree.text);
  if (!telling) return shape;
  const form = /^"dispatch_?rule"$/i.test(telling[0]) ? "wrapped" : "bare";
  return { form, rules: form === "bare" ? ifObject(tree, 0) : NO_RULES };
}

function shapeOfTree(tree: JsonTree): Shape {
  if (tree.kind(0) === Kind.Array) {
    const rules = looksLikeItems(tree, 0) ? objectsIn(tree, 0) : NO_RULES;
    return { form: rules.length > 0 ? "list" : "none", rules };
  }
  if (tree.kind(0) !== Kind.Object) return NO_SHAPE;
  let wrapper = NONE;
  let replace = NONE;
  let update = NONE;
  let items = NONE;
  let hasId = false;
  let isRule = false;
  const { nodes } = tree;
  const end = nodes[3]!;
  for (let key = 1; key < end; key = nodes[key * Layout.Stride + Layout.NextKey]!) {
    const value = key + 1;
    switch (nameOf(tree, key)) {
      case Name.Wrapper:
        if (wrapper === NONE || tree.kind(wrapper) === Kind.Null) wrapper = value;
        break;
      case Name.Replace:
        replace = value;
        break;
      case Name.Update:
        update = value;
        break;
      case Name.Items:
        items = value;
        break;
      case Name.RuleId:
        hasId = true;
        break;
      case Name.Telling:
        isRule = true;
        break;
      case Name.Rule:
        isRule ||= isRuleValue(tree, value);
        break;
      default:
    }
  }
  if (wrapper !== NONE && (tree.kind(wrapper) !== Kind.Null || !isRule))
    return { form: "wrapped", rules: ifObject(tree, wrapper) };
  if (
    (replace !== NONE || update !== NONE) &&
    (hasId || looksLikeRule(tree, replace) || looksLikeRule(tree, update))
  )
    return { form: "update", rules: ifObject(tree, replace) };
  if (items !== NONE && looksLikeItems(tree, items)) return { form: "list", rules: objectsIn(tree, items) };
  return isRule || hasId ? BARE : NO_SHAPE;
}

function nameOf(tree: JsonTree, key: Node): Name | undefined {
  const mark = tree.nodes[key * Layout.Stride + 3]!;
  return mark < 0 ? meanings[-mark] : NAMES.get(tree.stringValue(key));
}

/** `rule` is a common word: a text under it is somebody else's, a value still to be typed is ours. */
function isRuleValue(tree: JsonTree, value: Node): boolean {
  const kind = tree.kind(value);
  return kind === Kind.Object || kind === Kind.Missing;
}

function looksLikeRule(tree: JsonTree, node: Node): boolean {
  if (node === NONE || tree.kind(node) !== Kind.Object) return false;
  for (const key of tree.children(node)) {
    const name = nameOf(tree, key);
    if (name === Name.Telling || name === Name.RuleId) return true;
    if (name === Name.Rule && isRuleValue(tree, key + 1)) return true;
  }
  return false;
}

/** An empty list is what LiveKit answers for a project without rules. */
function looksLikeItems(tree: JsonTree, items: Node): boolean {
  if (tree.kind(items) !== Kind.Array) return false;
  let isEmpty = true;
  for (const item of tree.children(items)) {
    if (looksLikeRule(tree, item)) return true;
    isEmpty = false;
  }
  return isEmpty;
}

function objectsIn(tree: JsonTree, list: Node): Node[] {
  return tree.children(list).filter((node) => tree.kind(node) === Kind.Object);
}

function ifObject(tree: JsonTree, node: Node): readonly Node[] {
  return node !== NONE && tree.kind(node) === Kind.Object ? [node] : NO_RULES;
}
