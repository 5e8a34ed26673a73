/**
 * What LiveKit checks once a request is read: `Validate` of livekit/protocol (livekit/sip.go, types.go) and
 * the conflict of a rule with itself (sip/sip.go, `DispatchRuleValidator`).
 */
import { Kind, NONE, STRIDE, type JsonTree, type Node } from "../json/tree.ts";
import { quoteBytes } from "../json/go-quote.ts";
import { itemsOf, textOf, valueOf } from "./fields.ts";
import { fieldNamed, type Field } from "./schema.ts";
import { readDuration } from "./time.ts";
import { normalizeNumber } from "./phone-number.ts";

const CREATE_RULE = fieldNamed("CreateSIPDispatchRuleRequest.dispatch_rule");
const UPDATE_ID = fieldNamed("UpdateSIPDispatchRuleRequest.sip_dispatch_rule_id");
const REPLACE = fieldNamed("UpdateSIPDispatchRuleRequest.replace");
const UPDATE = fieldNamed("UpdateSIPDispatchRuleRequest.update");
const PATCH_TRUNKS = fieldNamed("SIPDispatchRuleUpdate.trunk_ids");
const PATCH_MEDIA = fieldNamed("SIPDispatchRuleUpdate.media");
const LIST_CLEAR = fieldNamed("ListUpdate.clear");
const LIST_SET = fieldNamed("ListUpdate.set");
const LIST_ADD = fieldNamed("ListUpdate.add");
const LIST_REMOVE = fieldNamed("ListUpdate.remove");
const CODECS = fieldNamed("SIPMediaConfig.codecs");
const CODEC_NAME = fieldNamed("SIPCodec.name");
const MEDIA_TIMEOUT = fieldNamed("SIPMediaConfig.media_timeout");

/** The fields of a rule as its two messages spell them: bare in a create request, or as information. */
export interface RuleFields {
  readonly rule: Field;
  readonly trunks: Field;
  readonly callers: Field;
  readonly name: Field;
  readonly numbers?: Field;
  readonly media?: Field;
  readonly id?: Field;
}

function ruleFields(message: "CreateSIPDispatchRuleRequest" | "SIPDispatchRuleInfo"): RuleFields {
  return {
    rule: fieldNamed(`${message}.rule`),
    trunks: fieldNamed(`${message}.trunk_ids`),
    callers: fieldNamed(`${message}.inbound_numbers`),
    name: fieldNamed(`${message}.name`),
  };
}
export const FLAT = ruleFields("CreateSIPDispatchRuleRequest");
export const INFO = {
  ...ruleFields("SIPDispatchRuleInfo"),
  id: fieldNamed("SIPDispatchRuleInfo.sip_dispatch_rule_id"),
  numbers: fieldNamed("SIPDispatchRuleInfo.numbers"),
  media: fieldNamed("SIPDispatchRuleInfo.media"),
};
/** The values of a rule that LiveKit looks at before it stores it; `NONE` where absent or null. */
interface RuleParts {
  id: Node;
  rule: Node;
  trunks: Node;
  callers: Node;
  numbers: Node;
  media: Node;
}

/** All in one pass: this runs for every rule on every keystroke. */
function partsOf(tree: JsonTree, info: Node, fields: RuleFields): RuleParts {
  const parts: RuleParts = { id: NONE, rule: NONE, trunks: NONE, callers: NONE, numbers: NONE, media: NONE };
  const { nodes } = tree;
  if ((nodes[info * STRIDE]! & 0xff) !== Kind.Object) return parts;
  const end = nodes[info * STRIDE + 3]!;
  for (let key = info + 1; key < end; key = nodes[key * STRIDE + STRIDE + 3]!) {
    const value = key + 1;
    if ((nodes[value * STRIDE]! & 0xff) === Kind.Null) continue;
    switch (nodes[key * STRIDE + 3]) {
      case fields.rule.id:
        if (parts.rule === NONE) parts.rule = value;
        break;
      case fields.trunks.id:
        parts.trunks = value;
        break;
      case fields.callers.id:
        parts.callers = value;
        break;
      case fields.numbers?.id:
        parts.numbers = value;
        break;
      case fields.media?.id:
        parts.media = value;
        break;
      case fields.id?.id:
        parts.id = value;
        break;
      default:
    }
  }
  return parts;
}

export type RefusalKind =
  | "no-rule"
  | "rule-id-on-create"
  | "rule-without-kind"
  | "duplicate-trunk-or-number"
  | "invalid-codec"
  | "media-timeout"
  | "update-without-id"
  | "update-without-action"
  | "update-id-mismatch"
  | "invalid-list-update";

/** LiveKit read the request and refuses it. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly stage: "validate" | "conflict";
  /** LiveKit's text. */
  readonly text: string;
  /** What it is about. */
  readonly node: Node;
  /** The earlier of two equal values. */
  readonly other?: Node;
}

/** The value of the wrapper of a create request, or `NONE` for the bare form. */
export function wrappedRule(tree: JsonTree, root: Node): Node {
  return valueOf(tree, root, CREATE_RULE);
}

/** `CreateSIPDispatchRuleRequest.Validate`; with `lk` in between, only the wrapper counts and its media is gone. */
export function validateCreate(tree: JsonTree, root: Node, byLk: boolean, found: Refusal[]): void {
  const wrapped = wrappedRule(tree, root);
  if (wrapped === NONE) {
    const rule = byLk ? NONE : valueOf(tree, root, FLAT.rule);
    if (rule === NONE) found.push({ kind: "no-rule", stage: "validate", text: "missing rule", node: root });
    return;
  }
  const id = valueOf(tree, wrapped, INFO.id);
  if (id !== NONE && textOf(tree, wrapped, INFO.id) !== "")
    found.push({ kind: "rule-id-on-create", stage: "validate", text: "rule id must not be set", node: id });
  validateInfo(tree, wrapped, found, !byLk);
}

/** `SIPDispatchRuleInfo.Validate`. */
export function validateInfo(tree: JsonTree, info: Node, found: Refusal[], withMedia = true): void {
  validateParts(tree, info, partsOf(tree, info, INFO), found, withMedia);
}

function validateParts(
  tree: JsonTree,
  info: Node,
  parts: RuleParts,
  found: Refusal[],
  withMedia: boolean,
): void {
  if (parts.rule === NONE)
    found.push({ kind: "no-rule", stage: "validate", text: "missing rule", node: info });
  if (withMedia) validateMedia(tree, parts.media, found);
}

/**
 * A rule by itself as something to be stored: `Validate`, and for one without an id, which is still to be
 * created, the conflict with itself.
 */
export function validateStored(tree: JsonTree, info: Node, found: Refusal[]): void {
  const parts = partsOf(tree, info, INFO);
  validateParts(tree, info, parts, found, true);
  if (parts.id === NONE || isEmptyText(tree, parts.id)) partsConflict(tree, info, INFO, parts, found);
}

function isEmptyText(tree: JsonTree, node: Node): boolean {
  return tree.kind(node) !== Kind.String || tree.stringValue(node) === "";
}

/** `UpdateSIPDispatchRuleRequest.Validate`. */
export function validateUpdate(tree: JsonTree, root: Node, found: Refusal[]): void {
  const id = textOf(tree, root, UPDATE_ID);
  if (id === "")
    found.push({ kind: "update-without-id", stage: "validate", text: "rule id must be set", node: root });
  const replace = valueOf(tree, root, REPLACE);
  const update = valueOf(tree, root, UPDATE);
  if (replace === NONE && update === NONE)
    found.push({
      kind: "update-without-action",
      stage: "validate",
      text: "missing or unsupported update action",
      node: root,
    });
  if (replace !== NONE) {
    const inner = textOf(tree, replace, INFO.id);
    if (inner !== "" && inner !== id)
      found.push({
        kind: "update-id-mismatch",
        stage: "validate",
        text: "rule id in the info must be empty or match the id in the update",
        node: valueOf(tree, replace, INFO.id),
      });
    validateInfo(tree, replace, found);
  } else if (update !== NONE) {
    validateListUpdate(tree, valueOf(tree, update, PATCH_TRUNKS), found);
    validateMedia(tree, valueOf(tree, update, PATCH_MEDIA), found);
  }
}

function validateListUpdate(tree: JsonTree, list: Node, found: Refusal[]): void {
  if (list === NONE) return;
  const clearValue = valueOf(tree, list, LIST_CLEAR);
  const clear = clearValue !== NONE && tree.kind(clearValue) === Kind.True;
  const set = itemsOf(tree, list, LIST_SET);
  const changes = [...itemsOf(tree, list, LIST_ADD), ...itemsOf(tree, list, LIST_REMOVE)];
  const refuse = (text: string, node: Node): void => {
    found.push({ kind: "invalid-list-update", stage: "validate", text, node });
  };
  if (!clear && set.length + changes.length === 0) refuse("unsupported list update operation", list);
  if (clear && set.length + changes.length > 0)
    refuse("cannot clear and change the list at the same time", list);
  if (set.length > 0 && changes.length > 0) refuse("cannot set and change the list at the same time", list);
  for (const item of [...set, ...changes])
    if (tree.kind(item) === Kind.String && tree.stringValue(item) === "")
      refuse("empty element in the list", item);
}

/** `SIPMediaConfig.Validate`. */
export function validateMedia(tree: JsonTree, media: Node, found: Refusal[]): void {
  if (media === NONE) return;
  for (const codec of itemsOf(tree, media, CODECS)) {
    const name = textOf(tree, codec, CODEC_NAME);
    const value = valueOf(tree, codec, CODEC_NAME);
    const refuse = (text: string): void => {
      found.push({ kind: "invalid-codec", stage: "validate", text, node: value === NONE ? codec : value });
    };
    if (name === "") refuse("missing codec name");
    else if (/[ \t\n\r]/.test(name)) refuse("invalid codec name");
    else if (name.includes("/")) refuse("codec name must not contain '/'");
  }
  const timeout = valueOf(tree, media, MEDIA_TIMEOUT);
  if (timeout === NONE || tree.kind(timeout) !== Kind.String) return;
  const duration = readDuration(tree.stringValue(timeout));
  if (typeof duration === "string") return;
  const refuse = (text: string): void => {
    found.push({ kind: "media-timeout", stage: "validate", text, node: timeout });
  };
  if (duration.seconds < 0n || duration.nanos < 0) refuse("media_timeout must not be negative");
  else if (duration.seconds > 600n || (duration.seconds === 600n && duration.nanos > 0))
    refuse("media_timeout must not exceed 10m0s");
}

/**
 * What the server finds when it holds a new rule against the stored ones, as far as the rule itself goes:
 * no kind, or one trunk or number twice. `info` is the rule, `fields` how its message spells them.
 */
export function conflictsWithItself(tree: JsonTree, info: Node, fields: RuleFields, found: Refusal[]): void {
  partsConflict(tree, info, fields, partsOf(tree, info, fields), found);
}

function partsConflict(
  tree: JsonTree,
  info: Node,
  fields: RuleFields,
  parts: RuleParts,
  found: Refusal[],
): void {
  if (parts.rule === NONE) return;
  if (!hasKind(tree, parts.rule))
    found.push({
      kind: "rule-without-kind",
      stage: "conflict",
      text: "unsupported SIP Dispatch Rule: <nil>",
      node: parts.rule,
    });
  repeated(tree, info, fields, fields.trunks, parts.trunks, found);
  repeated(tree, info, fields, fields.callers, parts.callers, found);
  if (fields.numbers) repeated(tree, info, fields, fields.numbers, parts.numbers, found);
}

/** Whether one of the rule's kinds, the members of its oneof, holds something. */
function hasKind(tree: JsonTree, rule: Node): boolean {
  const { nodes } = tree;
  if ((nodes[rule * STRIDE]! & 0xff) !== Kind.Object) return false;
  const end = nodes[rule * STRIDE + 3]!;
  for (let key = rule + 1; key < end; key = nodes[key * STRIDE + STRIDE + 3]!)
    if (nodes[key * STRIDE + 3] !== 0 && (nodes[key * STRIDE + STRIDE]! & 0xff) !== Kind.Null) return true;
  return false;
}

/**
 * A quick look that spares most lists the comparison: one item, or strings that end with different characters.
 * Numbers that are equal in LiveKit's form end with the same digits, unless a bracket or the like comes last.
 */
function mayRepeat(tree: JsonTree, list: Node): boolean {
  const { nodes, text } = tree;
  if ((nodes[list * STRIDE]! & 0xff) !== Kind.Array) return false;
  const end = nodes[list * STRIDE + 3]!;
  if (end - list <= 2) return false;
  let seen = 0;
  for (let item = list + 1; item < end; item = nodes[item * STRIDE + 3]!) {
    const close = nodes[item * STRIDE + 2]! - 1;
    const last = text.charCodeAt(close - 1);
    const previous = text.charCodeAt(close - 2);
    if (!isLetterOrDigit(last) || !isLetterOrDigit(previous)) return true;
    const bit = 1 << ((last * 10 + previous) & 31);
    if ((seen & bit) !== 0) return true;
    seen |= bit;
  }
  return false;
}

function isLetterOrDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** Two equal values of one list make the rule's keys collide (numbers are compared in LiveKit's one form). */
function repeated(
  tree: JsonTree,
  info: Node,
  fields: RuleFields,
  field: Field,
  list: Node,
  found: Refusal[],
): void {
  if (list === NONE || !mayRepeat(tree, list)) return;
  const seen = new Map<string, Node>();
  for (const item of tree.children(list)) {
    if (tree.kind(item) !== Kind.String) continue;
    const value = tree.stringValue(item);
    const key = field === fields.trunks ? value : normalizeNumber(value);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, item);
    else {
      const text = conflictText("", textOf(tree, info, fields.name));
      found.push({ kind: "duplicate-trunk-or-number", stage: "conflict", text, node: item, other });
    }
  }
}

/** The text of a conflict with the rule of this id and name (`printID`, `printName` in sip/sip.go). */
export function conflictText(id: string, name: string): string {
  const quote = (value: string): string => quoteBytes(new TextEncoder().encode(value));
  return `Dispatch rule for the same trunk, inbound number, number, and PIN combination already exists in dispatch rule ${quote(id === "" ? "<new>" : id)} ${quote(name === "" ? "<blank name>" : name)}`;
}
