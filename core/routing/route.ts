/**
 * What LiveKit does with an incoming call, step by step (livekit/livekit, pkg/service/ioservice_sip.go): the trunk,
 * then the rule, then, if the rule wants a PIN, the rule once more with what the caller entered. It follows protocol
 * v1.54.0; what older servers do differently stands in the outcome.
 */
import { evaluateRule, type Answer } from "./answer/evaluate.ts";
import { matchRules, NO_RULE, NOTHING_ENTERED, type Entry } from "./rule/rule-match.ts";
import type { RuleFault } from "./rule/rule-validator.ts";
import { listedRules } from "./store/listed.ts";
import { chooseTrunk, sourceAddressFault, trunkById, type TrunkChoice } from "./trunk/choose-trunk.ts";
import type { AddressRules } from "./trunk/judge-trunk.ts";
import type { DispatchRule, Fault, InboundTrunk, IncomingCall } from "./types.ts";
import { versionNotes, type VersionNote } from "./version-notes.ts";

export interface RouteInput {
  readonly trunks: readonly InboundTrunk[];
  readonly rules: readonly DispatchRule[];
  readonly call: IncomingCall;
}

export interface RouteOptions {
  /** One evaluation with `pin` and `noPin` of the call as they are, instead of the prompt. */
  readonly once?: boolean;
  /** No search for a trunk: it is the one that the call names, or none. */
  readonly trunkGiven?: boolean;
  /** No search for a rule: it is the first one. */
  readonly ruleGiven?: boolean;
  /** As servers with a protocol before v1.54.0 compare the source of a call. */
  readonly addresses?: AddressRules;
}

/** One evaluation of the rules. */
export interface Step extends Entry {
  /** `REJECT`: no rule matched. */
  readonly result: "ACCEPT" | "REQUEST_PIN" | "REJECT" | "ERROR";
  readonly rule?: DispatchRule;
  readonly fault?: Fault | RuleFault;
  readonly answer?: Answer;
  readonly cutApart?: "room_name" | "participant_name";
}

export interface Outcome {
  /** The call ends in a room. */
  readonly ok: boolean;
  /** Where it ended otherwise; absent while the caller is asked for a PIN. */
  readonly stage?: "trunk" | "rule";
  readonly fault?: Fault | RuleFault;
  readonly trunk: TrunkChoice;
  readonly pinRequested: boolean;
  /** Of the last step, like `rule` and `answer`. */
  readonly result: Step["result"];
  readonly rule?: DispatchRule;
  readonly answer?: Answer;
  /** At most two; none when the search for a trunk ended in an error. */
  readonly steps: readonly Step[];
  readonly versions: readonly VersionNote[];
}

export function routeCall(input: RouteInput, options: RouteOptions = {}): Outcome {
  const { trunks, call } = input;
  const trunk =
    options.trunkGiven === true ? givenTrunk(trunks, call) : chooseTrunk(trunks, call, options.addresses);
  const outcome = trunk.fault
    ? ({
        ok: false,
        stage: "trunk",
        fault: trunk.fault,
        trunk,
        pinRequested: false,
        result: "ERROR",
        steps: [],
      } as const)
    : concluded(trunk, takeSteps(input, options, trunk.trunk));
  return { ...outcome, versions: versionNotes(input, outcome) };
}

function givenTrunk(trunks: readonly InboundTrunk[], call: IncomingCall): TrunkChoice {
  const fault = sourceAddressFault(call);
  if (fault) return { match: "error", fault, judged: [] };
  const trunk = trunkById(trunks, call.trunkId);
  return { match: "given", ...(trunk && { trunk }), judged: [] };
}

function concluded(trunk: TrunkChoice, steps: readonly Step[]): Omit<Outcome, "versions"> {
  const last = steps.at(-1)!;
  const { result, fault, rule, answer } = last;
  const isOver = result === "REJECT" || result === "ERROR";
  return {
    ok: result === "ACCEPT",
    ...(isOver && { stage: "rule" }),
    ...(fault && { fault }),
    trunk,
    pinRequested: steps.some((step) => step.result === "REQUEST_PIN"),
    result,
    ...(rule && { rule }),
    ...(answer && { answer }),
    steps,
  };
}

function takeSteps(input: RouteInput, options: RouteOptions, trunk: InboundTrunk | undefined): Step[] {
  const { call } = input;
  const rules = rulesRead(input.rules, trunk);
  const take = (entry: Entry): Step => takeStep(input, options, rules, trunk, entry);
  if (options.once === true) return [take({ pin: call.pin, noPin: call.noPin })];
  const first = take(NOTHING_ENTERED);
  const entry = enteredWhenAsked(call);
  return first.result === "REQUEST_PIN" && entry ? [first, take(entry)] : [first];
}

/** The rules that LiveKit reads for a call, in its order. */
export function rulesRead(rules: readonly DispatchRule[], trunk: InboundTrunk | undefined): DispatchRule[] {
  const id = trunk?.sipTrunkId ?? "";
  return listedRules(rules, id === "" ? [] : [id]);
}

/** What the caller enters at the prompt; `undefined` for one who enters nothing. */
export function enteredWhenAsked(call: IncomingCall): Entry | undefined {
  if (call.noPin) return { pin: "", noPin: true };
  return call.pin === "" ? undefined : { pin: call.pin, noPin: false };
}

function takeStep(
  input: RouteInput,
  options: RouteOptions,
  rules: readonly DispatchRule[],
  trunk: InboundTrunk | undefined,
  entry: Entry,
): Step {
  const given = options.ruleGiven === true ? input.rules[0] : undefined;
  const { rule, fault } = given
    ? { rule: given, fault: undefined }
    : matchRules(rules, trunk, input.call, entry);
  if (fault) return { ...entry, result: "ERROR", fault };
  if (!rule) return { ...entry, result: "REJECT", fault: NO_RULE };
  const evaluation = evaluateRule(rule, trunk, input.call, entry.pin);
  if ("fault" in evaluation) return { ...entry, result: "ERROR", rule, fault: evaluation.fault };
  return { ...entry, result: evaluation.answer.result, rule, ...evaluation };
}
