/** Puts `{"dispatch_rule": ...}` around a rule and takes it off, in the manner in which the file is written. */
import { NONE, type JsonTree, type Node } from "../../json/tree.ts";
import type { Edit } from "../../problem.ts";
import { fieldNamed } from "../../protocol/schema.ts";
import {
  addedIndentation,
  dedentLines,
  firstLineBreak,
  indentation,
  indentLines,
  lastLineBreak,
  startsLine,
} from "./lines.ts";
import { colonOf, firstChild } from "./members.ts";

const WRAPPER = fieldNamed("CreateSIPDispatchRuleRequest.dispatch_rule");

/** Both spellings of the wrapper's key. */
export const WRAPPER_SPELLINGS: readonly string[] = [WRAPPER.name, WRAPPER.json];

/** What LiveKit's documentation and every real file write, whatever the spelling of the fields inside. */
export const WRAPPER_NAME = WRAPPER.name;

export interface Wrapping {
  readonly before: Edit;
  /** One for each line of the rule that moves. */
  readonly lines: readonly Edit[];
  readonly after: Edit;
}

/** Wraps the object that is the document. One that is written in a line stays in it. */
export function wrap(tree: JsonTree): Wrapping {
  const { text } = tree;
  const range = { start: tree.start(0), end: tree.end(0) };
  const key = `"${WRAPPER_NAME}"${colonOf(tree, 0)}`;
  const insert = (at: number, newText: string): Edit => ({ start: at, end: at, newText });
  const first = firstChild(tree, 0);
  const firstStart = first === NONE ? range.end - 1 : tree.start(first);
  if (first === NONE || !startsLine(text, firstStart) || !startsLine(text, range.end - 1)) {
    const padding = firstStart === range.start + 1 || startsLine(text, firstStart) ? "" : " ";
    return {
      before: insert(range.start, `{${padding}${key}`),
      lines: [],
      after: insert(range.end, `${padding}}`),
    };
  }
  const base = indentation(text, range.start);
  const unit = addedIndentation(indentation(text, firstStart), base);
  const opening = firstLineBreak(text, range.start, firstStart) ?? "\n";
  const closing = lastLineBreak(text, firstStart, range.end) ?? opening;
  return {
    before: insert(range.start, `{${opening}${base}${unit}${key}`),
    lines: indentLines(text, range, base, unit),
    after: insert(range.end, `${closing}${base}}`),
  };
}

/** Leaves of the document only the value of one of its members, moved to where the document began. */
export function unwrap(tree: JsonTree, key: Node): Wrapping {
  const { text } = tree;
  const range = { start: tree.start(key + 1), end: tree.end(key + 1) };
  const base = indentation(text, tree.start(0));
  // A wrapper in the line of its brace has moved the rule only if the rule's own end says so.
  const moved = [tree.start(key), range.end - 1].find((offset) => startsLine(text, offset));
  const unit = moved === undefined ? "" : addedIndentation(indentation(text, moved), base);
  return {
    before: { start: tree.start(0), end: range.start, newText: "" },
    lines: dedentLines(text, range, base, unit),
    after: { start: range.end, end: tree.end(0), newText: "" },
  };
}
