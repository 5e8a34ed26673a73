/** The values of a field that can be named: words of its type, samples, and what is known of the project. */
import { fieldNamed, type EnumType, type Field } from "../../protocol/schema.ts";
import type { Facts, TrunkFact } from "../facts.ts";
import { knownString, makeChoice, type Choice } from "./choice.ts";
import { samplesFor } from "./samples.ts";

type Source = (facts: Facts) => readonly Choice[];

const NOTHING: readonly Choice[] = [];

const trunks: Source = ({ trunks: known }) => known?.map(trunkChoice) ?? NOTHING;
const calledNumbers: Source = ({ trunks: known }) =>
  known?.flatMap(({ id, name, numbers }) =>
    numbers.map((number) => knownString(number, `number of ${name === "" ? id : name}`)),
  ) ?? NOTHING;
const agents: Source = ({ agentNames }) => agentNames?.map((name) => knownString(name)) ?? NOTHING;

const sources = new Map<Field, Source>([
  [fieldNamed("SIPDispatchRuleInfo.trunk_ids"), trunks],
  [fieldNamed("CreateSIPDispatchRuleRequest.trunk_ids"), trunks],
  [fieldNamed("ListUpdate.set"), trunks],
  [fieldNamed("ListUpdate.add"), trunks],
  [fieldNamed("ListUpdate.remove"), trunks],
  [fieldNamed("SIPDispatchRuleInfo.numbers"), calledNumbers],
  [fieldNamed("RoomAgentDispatch.agent_name"), agents],
]);

/** Fields that map names of attributes to their values. */
const ATTRIBUTES: ReadonlySet<Field> = new Set([
  fieldNamed("SIPDispatchRuleInfo.attributes"),
  fieldNamed("CreateSIPDispatchRuleRequest.attributes"),
  fieldNamed("SIPDispatchRuleUpdate.attributes"),
  fieldNamed("RoomAgentDispatch.attributes"),
]);

const BOOLEANS: readonly Choice[] = [
  makeChoice({ label: "true", kind: "value", newText: "true" }),
  makeChoice({ label: "false", kind: "value", newText: "false", detail: "the default" }),
];

/** What no fact changes is made once. */
const fixed = new Map<Field, readonly Choice[]>();

/** Values for a field, or for one item of its list. */
export function candidatesFor(field: Field, facts: Facts): readonly Choice[] {
  if (field.isMap || field.type) return NOTHING;
  if (field.kind === "bool") return BOOLEANS;
  const source = sources.get(field);
  if (source) return source(facts);
  let choices = fixed.get(field);
  if (choices === undefined) {
    choices = field.enumType ? namesOf(field.enumType) : samplesAsChoices(field);
    fixed.set(field, choices);
  }
  return choices;
}

/** Names for the keys of a map. */
export function keyCandidatesFor(field: Field, facts: Facts): readonly Choice[] {
  if (!ATTRIBUTES.has(field)) return NOTHING;
  return facts.attributeNames?.map((name) => knownString(name)) ?? NOTHING;
}

function namesOf({ name, values }: EnumType): Choice[] {
  return [...values.keys()].map((value) => {
    const documentationKey = `${name}.${value}`;
    return makeChoice({ label: value, kind: "enum-value", newText: `"${value}"`, documentationKey });
  });
}

function samplesAsChoices(field: Field): Choice[] {
  return samplesFor(field).map(({ text, detail }) => {
    const label = text === '""' ? text : text.replace(/^"(.*)"$/, "$1");
    return makeChoice({ label, kind: "value", newText: text, detail });
  });
}

function trunkChoice({ id, name, numbers }: TrunkFact): Choice {
  const some = numbers.length > 3 ? [...numbers.slice(0, 3), "…"] : numbers;
  const words = name === "" ? some : [name, ...some];
  return knownString(id, words.join(", "), words.join(" "));
}
