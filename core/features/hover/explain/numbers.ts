/** Which calls a number in a rule takes: it is compared byte for byte, unlike the numbers of trunks. */
import { Kind } from "../../../json/tree.ts";
import { normalizeNumber } from "../../../protocol/phone-number.ts";
import type { Facts, TrunkFact } from "../../facts.ts";
import { textOf, textsOf, type Subject } from "../subject.ts";
import { say, sayList, type Words } from "../words.ts";

export function explainCalledNumbers(subject: Subject): Words[] {
  const number = textOf(subject);
  if (number === undefined) return listWords(subject, "to", say`Calls to any number.`);
  const trunk = trunkWith(number, subject.facts);
  return [compared("to", number), ...(trunk ? [ofTrunk(number, trunk, subject.facts)] : [])];
}

export function explainCallingNumbers(subject: Subject): Words[] {
  const number = textOf(subject);
  if (number === undefined) return listWords(subject, "from", say`Calls from anybody.`);
  const trunk = trunkWith(number, subject.facts);
  if (!trunk) return [compared("from", number)];
  return [
    compared("from", number),
    [
      ...say`It is a number of your trunk ${nameOf(trunk)}`,
      ...inProject(subject.facts),
      ...say`, so calls are made to it: it belongs in ${"numbers"}.`,
    ],
  ];
}

function listWords(subject: Subject, direction: "to" | "from", empty: Words): Words[] {
  if (subject.tree.kind(subject.value) !== Kind.Array) return [];
  const numbers = textsOf(subject) ?? [];
  if (numbers.length === 0) return [empty];
  return [sayList(`Only calls ${direction} `, numbers, ", compared byte for byte.")];
}

function compared(direction: "to" | "from", number: string): Words {
  const other = otherSpelling(number);
  const words = [`Takes calls ${direction} `, { code: number }, ", compared byte for byte"];
  return other === number ? [...words, "."] : [...words, ": ", { code: other }, " is another number."];
}

/** The spelling that is most likely to meet this one. */
function otherSpelling(number: string): string {
  return /^\+\d+$/.test(number) ? number.slice(1) : normalizeNumber(number);
}

function ofTrunk(number: string, trunk: TrunkFact, facts: Facts): Words {
  const stored = trunk.numbers.find((candidate) => normalizeNumber(candidate) === normalizeNumber(number));
  if (stored === undefined || stored === number)
    return [...say`It is a number of the trunk ${nameOf(trunk)}`, ...inProject(facts), "."];
  return [
    ...say`The trunk ${nameOf(trunk)}`,
    ...inProject(facts),
    ...say` has it as ${stored}; what counts here is how the carrier sends it.`,
  ];
}

function inProject({ project }: Facts): Words {
  return project === undefined ? [] : say` in project ${project}`;
}

function trunkWith(number: string, { trunks = [] }: Facts): TrunkFact | undefined {
  const normal = normalizeNumber(number);
  return trunks.find(({ numbers }) => numbers.some((candidate) => normalizeNumber(candidate) === normal));
}

function nameOf({ id, name }: TrunkFact): string {
  return name === "" ? id : name;
}
