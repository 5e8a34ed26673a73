/** Which of LiveKit's verdicts a JSON Schema can give at all, and why it cannot give the others. */
import { parseTree, type Node } from "jsonc-parser";
import type { Target, Verdict } from "./conformance-cases.ts";
import { hasUnknownName } from "./names.ts";

const API_ROOT: Partial<Record<Target, string>> = {
  "api-create": "livekit.CreateSIPDispatchRuleRequest",
  "api-update": "livekit.UpdateSIPDispatchRuleRequest",
};

/** Brackets that may stand inside each other without harm to a recursive parser. */
const MANY = 2000;

/** What LiveKit says where a schema must be silent. The first that fits counts. */
const REASONS: readonly (readonly [why: string, fits: (words: string) => boolean])[] = [
  [
    "half of a surrogate pair; JSON.parse takes it",
    (words) => /invalid escape code|unexpected EOF/.test(words),
  ],
  ["digits that JSON.parse rounds away", isRounded],
  ["arithmetic on a number in a string", isArithmetic],
  ["a day or an instant that no calendar has", isCalendar],
  ["the id comes from the command line", (words) => words.startsWith("no ID specified")],
  ["two places must agree", (words) => words.startsWith("rule id in the info must be empty or match")],
  ["the server's own check of codecs and time-out", isServersOwn],
];

/**
 * @param text the document; `undefined` where its bytes are no UTF-8
 * @returns why the verdict on it cannot be expected of a schema, or its value in `document`
 */
export function readExpressible(
  target: Target,
  text: string | undefined,
  verdict: Verdict,
): { readonly why: string } | { readonly document: unknown } {
  if (text === undefined) return { why: "no UTF-8" };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { why: "no JSON" };
  }
  const root = API_ROOT[target];
  if (root && hasUnknownName(document, root)) return { why: "the API ignores unknown names" };
  if (root && hasNullWrapper(document)) return { why: "only the API takes a null wrapper" };
  if ((text.match(/[[{]/g)?.length ?? 0) > MANY) return { why: "nested too deeply for this test's parser" };
  // JSON.parse keeps only the last of them.
  if (hasDuplicateKey(parseTree(text))) return { why: "a key twice" };
  if (verdict.stage === "conflict")
    return { why: "found only while rules are compared: a conflict, or no kind" };
  const words = verdict.detail ?? verdict.error ?? "";
  const reason = verdict.ok ? undefined : REASONS.find(([, fits]) => fits(words));
  return reason ? { why: reason[0] } : { document };
}

/** A `dispatch_rule` of null is none to the API, so that the flat form beside it counts. */
function hasNullWrapper(document: unknown): boolean {
  const { dispatch_rule: snake, dispatchRule: camel } = (document ?? {}) as Record<string, unknown>;
  return snake === null || camel === null;
}

function hasDuplicateKey(node: Node | undefined): boolean {
  if (!node?.children) return false;
  const keys = node.children.flatMap(({ type, children }) =>
    type === "property" ? [children![0]!.value as string] : [],
  );
  return new Set(keys).size < keys.length || node.children.some(hasDuplicateKey);
}

/** `1.00000000000000000001`, `1e-400`: no integers to Go, integers after JSON.parse. */
function isRounded(words: string): boolean {
  const literal = /invalid value for (?:u?int32|enum) field \w+: (-?\d\S*)$/.exec(words)?.[1];
  return literal !== undefined && Number.isInteger(Number(literal)) && Math.abs(Number(literal)) < 2 ** 31;
}

/** Exponents in strings, and the range of numbers in strings. */
function isArithmetic(words: string): boolean {
  const literal = /invalid value for (?:u?int32|double) field \w+: "(-?\d[^"]*)"$/.exec(words)?.[1];
  return (
    literal !== undefined &&
    /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(literal) &&
    isLargeOrScaled(literal)
  );
}

function isLargeOrScaled(literal: string): boolean {
  return /e/i.test(literal) || /^-?\d{10}(\.0+)?$/.test(literal);
}

/** 29 February of a common year; the first and last day of time, where the offset decides. */
function isCalendar(words: string): boolean {
  return /Timestamp value (out of range: )?"(\d{4}-02-29T|0001-01-01T|9999-12-31T)/.test(words);
}

function isServersOwn(words: string): boolean {
  return /codec name|^media_timeout must/.test(words);
}
