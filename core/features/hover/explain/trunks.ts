/** Whose calls a rule takes, and what is known of the trunks that it names. */
import type { Facts } from "../../facts.ts";
import { textOf, textsOf, type Subject } from "../subject.ts";
import { say, sayList, type Words } from "../words.ts";

export function explainTrunks(subject: Subject): Words[] {
  const id = textOf(subject);
  if (id !== undefined) return trunkWords(id, subject.facts);
  const ids = textsOf(subject);
  if (ids === undefined) return [];
  if (ids.length === 0) return [say`Calls of every trunk, and calls that matched no trunk.`];
  return [
    sayList(
      "Only calls of ",
      ids.map((each) => trunkName(each, subject.facts)),
      ".",
    ),
  ];
}

/** The items of `set`, `add` and `remove` in an update. */
export function explainTrunkOfUpdate(subject: Subject): Words[] {
  const id = textOf(subject);
  return id === undefined ? [] : trunkWords(id, subject.facts);
}

function trunkWords(id: string, { trunks, project }: Facts): Words[] {
  if (!trunks) return [];
  const trunk = trunks.find((candidate) => candidate.id === id);
  const where = project === undefined ? [] : say` in project ${project}`;
  if (!trunk)
    return project === undefined
      ? [say`None of the project's inbound trunks has the id ${id}: no call comes over it.`]
      : [say`None of the inbound trunks in project ${project} has the id ${id}: no call comes over it.`];
  const { name, numbers } = trunk;
  const which = [
    ...(name !== ""
      ? say`The trunk ${name}`
      : [project === undefined ? "An inbound trunk of the project" : "An inbound trunk"]),
    ...where,
  ];
  if (numbers.length === 0) return [[...which, ", for calls to any number."]];
  return [[...which, ...sayList(", for calls to ", numbers, ".")]];
}

function trunkName(id: string, { trunks }: Facts): string {
  const name = trunks?.find((candidate) => candidate.id === id)?.name ?? "";
  return name === "" ? id : name;
}
