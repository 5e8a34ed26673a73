/** The places in a rule file that name agents. Imports no editor. */
import { quoteString } from "../../core/json/strings.ts";
import { readRuleDocument } from "../../core/document.ts";
import { agentPlaces } from "../../core/picture/support/agents.ts";

export interface AgentUse {
  readonly name: string;
  /** Offsets of the string, with its quotes. */
  readonly start: number;
  readonly end: number;
}

/** In the order of the text; agents without a name left out. */
export function agentUses(text: string): readonly AgentUse[] {
  if (!/agent_?name/i.test(text)) return [];
  const document = readRuleDocument(text);
  const { tree } = document;
  return document.rules
    .flatMap((rule) => agentPlaces(rule))
    .filter(({ name }) => name !== "")
    .map(({ name, node }) => ({ name, start: tree.start(node), end: tree.end(node) }))
    .sort((a, b) => a.start - b.start);
}

/** The use at an offset, its quotes included. */
export function agentUseAt(text: string, offset: number): AgentUse | undefined {
  return agentUses(text).find(({ start, end }) => start <= offset && offset <= end);
}

/** The text that stands for a name in a rule file. */
export function asJsonText(name: string): string {
  return quoteString(name);
}

/**
 * Why a name cannot stand in code as it is: there it is put between the quotes that are there already.
 * @returns a sentence, or nothing where it can
 */
export function whyNoName(name: string): string | undefined {
  if (name.trim() === "") return "An agent's name has at least one character that is no blank.";
  return /["'`\\$\p{C}]/u.test(name)
    ? "A name with quotes, backslashes, $ or control characters cannot be put into code as it is."
    : undefined;
}
