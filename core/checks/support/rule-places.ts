/** The objects of a rule in which authors look for fields, and which of them knows a name. */
import type { RuleDocument } from "../../document.ts";
import { NONE, type Node } from "../../json/tree.ts";
import { fieldNamed, messageNamed, type Field, type Message } from "../../protocol/schema.ts";
import type { RuleView } from "../../rules/rule-view.ts";

export const INFO = messageNamed("SIPDispatchRuleInfo");
export const CREATE = messageNamed("CreateSIPDispatchRuleRequest");
export const RULE = messageNamed("SIPDispatchRule");
export const DIRECT = messageNamed("SIPDispatchRuleDirect");
export const INDIVIDUAL = messageNamed("SIPDispatchRuleIndividual");
export const CALLEE = messageNamed("SIPDispatchRuleCallee");
export const ROOM = messageNamed("RoomConfiguration");
export const AGENT = messageNamed("RoomAgentDispatch");
export const MEDIA = messageNamed("SIPMediaConfig");

/** Fields that the server fills in; a create request has no use for them. */
export const SERVER_FIELDS: readonly string[] = ["sip_dispatch_rule_id", "created_at", "updated_at"];

export interface Place {
  readonly message: Message;
  /** From the rule downwards. */
  readonly path: readonly Field[];
  /** As in `It belongs ...`. */
  readonly words: string;
}

const IN_RULE = fieldNamed("SIPDispatchRuleInfo.rule");
const ROOM_CONFIG = fieldNamed("SIPDispatchRuleInfo.room_config");
const AGENTS = fieldNamed("RoomConfiguration.agents");

/** The nearest first: what stands too deep most likely belongs to the rule itself. */
const PLACES: readonly Place[] = [
  { message: INFO, path: [], words: "directly in the dispatch rule" },
  { message: RULE, path: [IN_RULE], words: "in `rule`" },
  ...RULE.fields.flatMap((kind) =>
    kind.type ? [{ message: kind.type, path: [IN_RULE, kind], words: `in \`${kind.name}\`` }] : [],
  ),
  { message: ROOM, path: [ROOM_CONFIG], words: "in `room_config`" },
  { message: AGENT, path: [ROOM_CONFIG, AGENTS], words: "in an agent of `room_config`" },
  { message: MEDIA, path: [fieldNamed("SIPDispatchRuleInfo.media")], words: "in `media`" },
];

const KIND_FOR_ABSENT: Readonly<Record<string, Message>> = { room_name: DIRECT, room_prefix: INDIVIDUAL };

/** The rule in or beside which a node stands, if the document has one there. */
export function ruleAround(document: RuleDocument, node: Node): RuleView | undefined {
  const { rules } = document;
  let low = 0;
  let high = rules.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rules[middle]!.node <= node) low = middle + 1;
    else high = middle;
  }
  const rule = rules[low - 1];
  if (rule && node < document.tree.next(rule.node)) return rule;
  // What stands beside the wrapper was meant for the rule in it.
  return document.form === "wrapped" ? rules[0] : undefined;
}

/** A field of the rule by LiveKit's name, in the message as which this rule is read. */
export function ruleField(rule: RuleView, name: string): Field | undefined {
  return rule.message.spellings.get(name) ?? INFO.spellings.get(name);
}

/** The value of `rule`, or `NONE`. */
export function ruleValue(rule: RuleView): Node {
  return rule.get("rule")?.value ?? NONE;
}

/** The place in a rule to which a name belongs that is unknown where it stands, in an object of `message`. */
export function placeFor(rule: RuleView, message: Message, name: string): Place | undefined {
  const isHere = (place: Place): boolean =>
    place.message === message || (place.message === INFO && message === rule.message);
  const fits = PLACES.filter((place) => !isHere(place) && place.message.spellings.get(name) !== undefined);
  const place = fits.find((candidate) => !isKind(candidate.message)) ?? kindPlace(rule, fits, name);
  return place && asReadBy(rule, place);
}

/** A kind that the rule has; where it has none, the one that is told by the name. */
function kindPlace(rule: RuleView, fits: readonly Place[], name: string): Place | undefined {
  if (rule.kinds.length > 1) return undefined;
  const { kind } = rule;
  if (kind) return fits.find((place) => place.message === kind.field.type);
  const field = fits[0]?.message.spellings.get(name);
  return field && fits.find((place) => place.message === KIND_FOR_ABSENT[field.name]);
}

export function isKind(message: Message): boolean {
  return message === DIRECT || message === INDIVIDUAL || message === CALLEE;
}

/** The bare form of a create request has fields of the same names, but of its own. */
function asReadBy(rule: RuleView, place: Place): Place {
  const path = place.path.map((field) =>
    field.message === INFO ? (ruleField(rule, field.name) ?? field) : field,
  );
  return { ...place, path };
}
