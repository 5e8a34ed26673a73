/** Finds a field by a path as an author writes it: either spelling, with or without the wrapper, list indexes or not. */
import { findField, messageNamed, type Field, type Message } from "../../core/protocol/schema.ts";
import { candidate, nearest, plainName } from "../../core/text/nearest.ts";

export const RULE = messageNamed("SIPDispatchRuleInfo");

/** Where a path may begin; a rule first, which is what nearly everybody means. */
const ROOTS = [
  RULE,
  messageNamed("CreateSIPDispatchRuleRequest"),
  messageNamed("UpdateSIPDispatchRuleRequest"),
  messageNamed("ListSIPDispatchRuleResponse"),
];

/** The fields from the root to the one that is meant, or `undefined`. */
export function fieldsOfPath(path: string): readonly Field[] | undefined {
  const names = path
    .replace(/\[\d*\]/g, "")
    .split(".")
    .filter((name) => name !== "" && !/^\d+$/.test(name));
  if (names.length === 0) return undefined;
  for (const root of ROOTS) {
    const fields = follow(root, names);
    if (fields) return fields;
  }
  return undefined;
}

function follow(root: Message, names: readonly string[]): Field[] | undefined {
  const fields: Field[] = [];
  let message: Message | undefined = root;
  for (const name of names) {
    const field: Field | undefined = message && findField(message, name, 0, name.length);
    if (!field) return undefined;
    fields.push(field);
    message = field.type;
  }
  return fields;
}

/** The path of a rule that is most like one that does not exist: like it as a whole, or by the field's name alone. */
export function nearestPath(path: string): string | undefined {
  const paths = [...pathsBelow(RULE, "")];
  const wanted = plainName(lastName(path));
  return (
    paths.find((each) => wanted !== "" && plainName(lastName(each)) === wanted) ??
    nearest(
      path,
      paths.map((each) => candidate(each, each)),
    ) ??
    nearest(
      wanted,
      paths.map((each) => candidate(lastName(each), each)),
    )
  );
}

function lastName(path: string): string {
  const names = path.replace(/\[\d*\]/g, "").split(".");
  return names.at(-1) ?? "";
}

/** Breadth first, so that of two equal names the one that stands higher is found. */
function* pathsBelow(root: Message, prefix: string): Generator<string> {
  let level: [Message, string][] = [[root, prefix]];
  while (level.length > 0) {
    const next: [Message, string][] = [];
    for (const [message, before] of level)
      for (const field of message.fields) {
        yield before + field.name;
        if (field.type) next.push([field.type, `${before}${field.name}.`]);
      }
    level = next;
  }
}
