/**
 * The smallest change to rules and trunks that makes a rule win a call. It is searched for, not guessed: every
 * candidate is routed as LiveKit would, and the lightest that wins is the answer.
 */
import type { RouteInput } from "../route.ts";
import type { DispatchRule, InboundTrunk } from "../types.ts";
import { applyEdit, type PlacedInput } from "./apply.ts";
import { weightOf, type RouteEdit } from "./edits.ts";
import { relevantInput } from "./relevant.ts";
import { proposals } from "./rule-proposals.ts";
import { isWon, situationOf, type Situation } from "./situation.ts";

export type SmallestChange =
  | { readonly kind: "wins-already" }
  | { readonly kind: "change"; readonly edits: readonly RouteEdit[] }
  /** The call itself is at fault, or nothing was found in the time that this may take. */
  | { readonly kind: "none"; readonly reason: string };

/** How many candidates are routed before the search goes straight ahead, and how many edits it then takes. */
const MOST_CANDIDATES = 600;
const MOST_EDITS = 100;
/** How many rules may be looked at in all: less than a second's work. */
const MOST_RULES = 500_000;

/** @param position of the rule in `input.rules` */
export function smallestChange(input: RouteInput, position: number): SmallestChange {
  const { trunks, rules, call } = input;
  const start = relevantInput(trunks, rules, call, position);
  const situation = situationOf(start, call, position);
  if (!situation) return { kind: "none", reason: "There is no such rule." };
  if (isWon(situation)) return { kind: "wins-already" };
  if (proposals(situation).length === 0)
    return { kind: "none", reason: "No rule can win: the call's source address is no IP address." };
  const edits = lightest(situation) ?? straightAhead(situation);
  return edits
    ? { kind: "change", edits: withoutNeedless(situation, edits) }
    : { kind: "none", reason: "It would take too many changes." };
}

/** @returns new lists; rules and trunks that no edit touches are the same objects */
export function applyChange(
  { trunks, rules }: Pick<RouteInput, "trunks" | "rules">,
  edits: readonly RouteEdit[],
): { trunks: InboundTrunk[]; rules: DispatchRule[] } {
  const place = <T>(value: T, position: number): { position: number; value: T } => ({ position, value });
  const start: PlacedInput = { trunks: trunks.map(place), rules: rules.map(place) };
  const end = edits.reduce(applyEdit, start);
  return { trunks: end.trunks.map(({ value }) => value), rules: end.rules.map(({ value }) => value) };
}

interface Candidate {
  readonly edits: readonly RouteEdit[];
  readonly weight: number;
  /** Before the last edit: it is only carried out when its turn comes. */
  readonly before: PlacedInput;
}

function mostRoutes({ input }: Situation, most: number): number {
  return Math.min(most, Math.ceil(MOST_RULES / (input.rules.length + 1)));
}

/** Dijkstra's way through the edits, by weight. */
function lightest(start: Situation): readonly RouteEdit[] | undefined {
  const open: Candidate[] = [{ edits: [], weight: 0, before: start.input }];
  const seen = new Set<string>([""]);
  for (let routed = 0; routed < mostRoutes(start, MOST_CANDIDATES); routed++) {
    const candidate = takeLightest(open);
    if (!candidate) return undefined;
    const last = candidate.edits.at(-1);
    const input = last ? applyEdit(candidate.before, last) : candidate.before;
    const situation = situationOf(input, start.call, start.target.position);
    if (!situation) continue;
    if (isWon(situation)) return candidate.edits;
    for (const edit of proposals(situation)) {
      const edits = [...candidate.edits, edit];
      const name = edits
        .map((one) => JSON.stringify(one))
        .sort()
        .join();
      if (seen.has(name)) continue;
      seen.add(name);
      open.push({ edits, weight: weightOf(edits), before: input });
    }
  }
  return undefined;
}

function takeLightest(open: Candidate[]): Candidate | undefined {
  let best = 0;
  for (let i = 1; i < open.length; i++) if (open[i]!.weight < open[best]!.weight) best = i;
  return open.splice(best, 1)[0];
}

/** Where many rules are in the way: the first proposal each time, and from the twelfth edit on the most thorough. */
function straightAhead(start: Situation): readonly RouteEdit[] | undefined {
  const edits: RouteEdit[] = [];
  let input = start.input;
  while (edits.length <= mostRoutes(start, MOST_EDITS)) {
    const situation = situationOf(input, start.call, start.target.position);
    if (!situation) return undefined;
    if (isWon(situation)) return edits;
    const edit = proposals(situation).at(edits.length < 12 ? 0 : -1);
    if (!edit) return undefined;
    edits.push(edit);
    input = applyEdit(input, edit);
  }
  return undefined;
}

/** The way to a later edit may have made an earlier one needless. */
function withoutNeedless(start: Situation, edits: readonly RouteEdit[]): readonly RouteEdit[] {
  const left = edits.find((edit) => {
    const input = edits.filter((other) => other !== edit).reduce(applyEdit, start.input);
    const situation = situationOf(input, start.call, start.target.position);
    return situation !== undefined && isWon(situation);
  });
  return left
    ? withoutNeedless(
        start,
        edits.filter((edit) => edit !== left),
      )
    : edits;
}
