/** Hover: what a field is, and what LiveKit will do with the value that stands there. */
import type { RuleDocument } from "../document.ts";
import { NONE } from "../json/tree.ts";
import { newerField, PROTOCOL_VERSION, type Field } from "../protocol/schema.ts";
import { typeWords } from "./completion/words.ts";
import { NO_FACTS, type Facts } from "./facts.ts";
import { enumPart } from "./hover/explain/any-field.ts";
import { explanationsOf } from "./hover/explanations.ts";
import type { Hover, HoverPart } from "./hover/part.ts";
import { subjectAt, type Subject } from "./hover/subject.ts";
import { say } from "./hover/words.ts";

export { codeSpan, renderHover, renderWords } from "./hover/markdown.ts";
export { documentationFor, type Documentation, type DocumentationEntry } from "./hover/documentation.ts";
export type { Hover, HoverPart } from "./hover/part.ts";
export type { Span, Words } from "./hover/words.ts";

/**
 * @param offset in UTF-16 units; the character behind it is what is pointed at
 * @returns `undefined` where there is nothing to say: brackets, unknown names, files that are no dispatch rule
 */
export function hover(document: RuleDocument, offset: number, facts: Facts = NO_FACTS): Hover | undefined {
  const subject = document.plan && subjectAt(document, offset, facts);
  if (!subject) return undefined;
  const { tree, node, field } = subject;
  const parts = field ? fieldParts(subject, field) : newerParts(subject);
  return parts.length === 0 ? undefined : { range: { start: tree.start(node), end: tree.end(node) }, parts };
}

function fieldParts(subject: Subject, field: Field): HoverPart[] {
  const chosen = enumPart(subject);
  return [
    heading(subject, field),
    ...explanationsOf(subject).map((words): HoverPart => ({ kind: "value", words })),
    ...(chosen ? [chosen] : []),
    { kind: "documentation", key: `${field.message.name}.${field.name}` },
  ];
}

function heading({ tree, scope, key }: Subject, field: Field): HoverPart {
  // An item and an entry of a map are told by the field that holds them.
  const holder = key === NONE || scope.field === field ? scope.key : key;
  const name = holder === NONE ? field.json : tree.stringValue(holder);
  const other = name === field.name ? field.json : field.name;
  return {
    kind: "field",
    name,
    type: typeWords(field),
    otherSpelling: other === name ? undefined : other,
    isDeprecated: field.isDeprecated,
  };
}

function newerParts({ tree, scope, key, node }: Subject): HoverPart[] {
  if (!scope.message || key !== node) return [];
  const name = tree.stringValue(key);
  const version = newerField(scope.message, name);
  if (version === undefined) return [];
  const words = say`${name} is a field of LiveKit's protocol ${version}; this file is read with ${PROTOCOL_VERSION}.`;
  return [{ kind: "value", words }];
}
