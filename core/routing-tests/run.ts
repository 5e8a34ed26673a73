/** Runs the calls of a routing test and says what differs, why, and which rules no call reaches. */
import { changeSentence, describeChange } from "../routing/change/describe.ts";
import { smallestChange } from "../routing/change/smallest-change.ts";
import { explainCall, type Explanation } from "../routing/reasons.ts";
import { ruleName } from "../routing/reasons/names.ts";
import type { RouteInput } from "../routing/route.ts";
import type { DispatchRule, InboundTrunk } from "../routing/types.ts";
import { differences, type Difference } from "./compare.ts";
import type { TestCall } from "./test-file.ts";

export interface TestRule {
  readonly rule: DispatchRule;
  /** Under which a test may expect it: name, id, file; the first is the one to show. */
  readonly names: readonly string[];
}

export interface CallResult {
  readonly call: TestCall;
  /** Empty: it passed. */
  readonly differences: readonly Difference[];
  /** Why it did not go as expected; empty where it did. */
  readonly reasons: readonly string[];
}

export interface RunResult {
  readonly calls: readonly CallResult[];
  /** Positions of the rules that no call reaches. */
  readonly unreached: readonly number[];
}

/** How many rules speak where the test does not say which one it expects. */
const MOST_REASONS = 3;
const NO_TRUNKS =
  "The test names no trunks, so the call comes in on none; name them under `trunks`, and the rules that list them are looked at.";

/** @param given `undefined`: the test names none, so that nothing is known of them */
export function runRoutingTests(
  calls: readonly TestCall[],
  rules: readonly TestRule[],
  given: readonly InboundTrunk[] | undefined,
): RunResult {
  const trunks = given ?? [];
  const plain = rules.map(({ rule }) => rule);
  const positions = new Map(plain.map((rule, position) => [rule, position]));
  const reached = new Set<DispatchRule>();
  const results = calls.map((call): CallResult => {
    const input: RouteInput = { rules: plain, trunks, call: call.call };
    const explanation = explainCall(input);
    const { outcome } = explanation;
    for (const { rule, result } of outcome.steps) if (rule && result !== "ERROR") reached.add(rule);
    const winner = outcome.result === "ERROR" ? undefined : outcome.rule;
    const position = winner && positions.get(winner);
    const names = position === undefined ? [] : (rules[position]?.names ?? []);
    const found = differences(call.expect, outcome, names);
    return {
      call,
      differences: found,
      reasons: found.length > 0 ? whyNot(call, input, explanation, rules, given !== undefined) : [],
    };
  });
  const unreached = plain.flatMap((rule, position) => (reached.has(rule) ? [] : [position]));
  return { calls: results, unreached };
}

/** Of the rule that was expected, or of those that LiveKit looked at first. */
function whyNot(
  { expect }: TestCall,
  input: RouteInput,
  { steps, outcome, trunks }: Explanation,
  rules: readonly TestRule[],
  hasTrunks: boolean,
): string[] {
  const last = steps.at(-1);
  if (!last) return trunks.slice(0, MOST_REASONS).map(({ text }) => text);
  const expected = rules.findIndex(
    ({ names }) => expect.rule !== undefined && names.includes(expect.rule.value),
  );
  const wanted = rules[expected]?.rule;
  if (!wanted)
    return last.rules
      .filter(({ rule }) => rule !== outcome.rule)
      .slice(0, MOST_REASONS)
      .map(({ rule, text }) => `${ruleName(rule)}: ${text}`);
  const reason = last.rules.find(({ rule }) => rule === wanted);
  if (!reason || reason.role === "wins") return [];
  if (!hasTrunks && wanted.trunkIds?.length) return [`${ruleName(wanted)}: ${reason.text}`, NO_TRUNKS];
  const change = describeChange(smallestChange(input, expected), input);
  return [`${ruleName(wanted)}: ${reason.text}`, ...(change ? [changeSentence(change)] : [])];
}
