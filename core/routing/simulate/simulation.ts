/** One call through rules and trunks, with everything that a report says about it. */
import { whatCallerHears } from "../after/caller-hears.ts";
import { smallestChange } from "../change/smallest-change.ts";
import { describeChange, type ChangeInWords } from "../change/describe.ts";
import { weightOf } from "../change/edits.ts";
import { explainCall, type Explanation, type RuleReason } from "../reasons.ts";
import type { RouteInput } from "../route.ts";
import type { DispatchRule, InboundTrunk, IncomingCall } from "../types.ts";
import { withTellingNames, type LeftOut, type SourcedRule } from "../sourced-rule.ts";
import { faultText } from "./fault-text.ts";
import { notesOn } from "./notes.ts";

export interface Question {
  readonly rules: readonly SourcedRule[];
  /** `undefined`: none were given, so that nothing is known of them. */
  readonly trunks: readonly InboundTrunk[] | undefined;
  readonly call: IncomingCall;
  readonly leftOut: readonly LeftOut[];
  /** Id of the rule that somebody asks about: it is explained first, however far it is from winning. */
  readonly asked?: string;
}

export interface Loser {
  readonly reason: RuleReason;
  readonly source: SourcedRule;
  /** What would have made it win, or why nothing would; absent where it was not searched for. */
  readonly change?: ChangeInWords;
  /** How much that changes; the first of the losers needs the least. */
  readonly weight: number;
}

export interface Simulation {
  readonly question: Question;
  readonly explanation: Explanation;
  /** The rule that took the call, or asked for a PIN. */
  readonly winner: SourcedRule | undefined;
  /** Of the rules that did not get the call those that came nearest. */
  readonly losers: readonly Loser[];
  /** How many more rules did not get it. */
  readonly furtherLosers: number;
  /** LiveKit's text, where it ends the call. */
  readonly fault: string | undefined;
  readonly hears: string;
  /** What could not be taken into account, and what a reader should know besides. */
  readonly notes: readonly string[];
}

const MOST_LOSERS = 20;
/** A search may take a second where there are very many rules. */
const MANY_RULES = 1000;
const MOST_SEARCHES_AMONG_MANY = 3;
/** The smaller, the nearer to winning. */
const NEARNESS: readonly RuleReason["role"][] = ["ends", "beaten", "out", "not-reached", "not-read"];

export function simulate(question: Question): Simulation {
  const rules = withTellingNames(question.rules);
  const input: RouteInput = { rules, trunks: question.trunks ?? [], call: question.call };
  const explanation = explainCall(input);
  const { outcome } = explanation;
  const sources = new Map(rules.map((rule, position) => [rule, question.rules[position]!]));
  const positions = new Map(rules.map((rule, position) => [rule, position]));
  const won = outcome.result === "ERROR" ? undefined : outcome.rule;
  const lost = losersOf(explanation, rules, won);
  const shown = nearest(lost, question.asked);
  const searches = rules.length > MANY_RULES ? MOST_SEARCHES_AMONG_MANY : MOST_LOSERS;
  const isAsked = ({ reason }: Loser): number => Number(isOf(question.asked, reason));
  const losers = shown
    .flatMap((reason, index): Loser[] => {
      const position = positions.get(reason.rule);
      const source = sources.get(reason.rule);
      if (position === undefined || !source) return [];
      // Without trunks every change of a rule that lists some would be to list none, which helps nobody.
      if (index >= searches || isWithoutItsTrunks(reason.rule, question))
        return [{ reason, source, weight: Infinity }];
      return [{ reason, source, ...changeFor(input, position) }];
    })
    .sort((a, b) => isAsked(b) - isAsked(a) || (a.weight === b.weight ? 0 : a.weight - b.weight));
  return {
    question,
    explanation,
    winner: won && sources.get(won),
    losers,
    furtherLosers: lost.length - shown.length,
    fault: faultText(outcome.fault, sources),
    hears: whatCallerHears(input, outcome),
    notes: notesOn(question, input, explanation),
  };
}

/** Reasons of the last step; where the search for a trunk ended the call, no rule was looked at. */
function losersOf(
  { steps }: Explanation,
  rules: readonly DispatchRule[],
  won: DispatchRule | undefined,
): readonly RuleReason[] {
  const last = steps.at(-1);
  if (last) return last.rules.filter(({ rule }) => rule !== won);
  const text = "LiveKit ended the call before it looked at any rule.";
  return rules.map((rule) => ({ rule, role: "not-reached", text }));
}

function nearest(reasons: readonly RuleReason[], asked: string | undefined): readonly RuleReason[] {
  if (reasons.length <= MOST_LOSERS) return reasons;
  return [...reasons]
    .sort(
      (a, b) =>
        Number(isOf(asked, b)) - Number(isOf(asked, a)) ||
        NEARNESS.indexOf(a.role) - NEARNESS.indexOf(b.role),
    )
    .slice(0, MOST_LOSERS);
}

function isOf(id: string | undefined, { rule }: RuleReason): boolean {
  return id !== undefined && rule.sipDispatchRuleId === id;
}

function isWithoutItsTrunks({ trunkIds = [] }: DispatchRule, { trunks }: Question): boolean {
  return trunks === undefined && trunkIds.length > 0;
}

function changeFor(input: RouteInput, position: number): Pick<Loser, "change" | "weight"> {
  const found = smallestChange(input, position);
  const change = describeChange(found, input);
  const weight = found.kind === "change" ? weightOf(found.edits) : found.kind === "none" ? Infinity : 0;
  return { weight, ...(change && { change }) };
}
