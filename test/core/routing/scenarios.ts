/** Trunks, rules and calls out of small pools, so that they meet, miss and clash often. */
import fc from "fast-check";
import { incomingCall } from "../../../core/routing/input/read.ts";
import type { RouteInput } from "../../../core/routing/route.ts";
import type { DispatchRule, InboundTrunk, RuleKind } from "../../../core/routing/types.ts";

const CALLED = ["+15550100", "15550100", "+1 (555) 0100", "+15550200", "reception"];
const CALLERS = ["+15550001", "15550001", "+1-555-0001", "+15550002", "anonymous", ""];
const TRUNK_IDS = ["ST_a", "ST_b", "ST_c"];
const ADDRESSES = [
  "203.0.113.5",
  "203.0.113.0/24",
  "198.51.100.0/24",
  "*",
  "carrier.test",
  "[2001:db8::]/32",
];
const PINS = ["", "", "1234", "0000"];
const ROOMS = ["", "alpha", "beta", "Zulu"];

const some = (pool: readonly string[], most = 2): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...pool), { maxLength: most });

/** A list that is often empty. */
const maybe = (pool: readonly string[]): fc.Arbitrary<string[]> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, some(pool));

const kind: fc.Arbitrary<RuleKind> = fc
  .record({
    name: fc.constantFrom("direct", "individual", "callee", "individual", "direct", "callee", "none"),
    room: fc.constantFrom(...ROOMS),
    pin: fc.constantFrom(...PINS),
    isRandom: fc.boolean(),
  })
  .map(({ name, room, pin, isRandom }) => {
    if (name === "direct") return { dispatchRuleDirect: { roomName: room, pin } };
    if (name === "individual")
      return { dispatchRuleIndividual: { roomPrefix: room, pin, noRandomness: !isRandom } };
    return name === "callee" ? { dispatchRuleCallee: { roomPrefix: room, pin, randomize: isRandom } } : {};
  });

export const trunk: fc.Arbitrary<InboundTrunk> = fc.record({
  sipTrunkId: fc.constantFrom(...TRUNK_IDS, "ST_d"),
  numbers: some(CALLED),
  allowedNumbers: maybe(CALLERS),
  allowedAddresses: maybe(ADDRESSES),
});

export const rule: fc.Arbitrary<DispatchRule> = fc.record({
  sipDispatchRuleId: fc.constantFrom("SDR_1", "SDR_2", "SDR_3", "SDR_4", "SDR_5", ""),
  name: fc.constantFrom("", "Support"),
  rule: kind,
  trunkIds: maybe([...TRUNK_IDS, "ST_gone", ""]),
  inboundNumbers: maybe([...CALLERS, "+15550100"]),
  numbers: maybe([...CALLED, "+15550001"]),
  hidePhoneNumber: fc.boolean(),
});

const call = fc
  .record({
    from: fc.constantFrom(...CALLERS),
    to: fc.constantFrom(...CALLED),
    fromHost: fc.constantFrom("", "carrier.test"),
    sourceAddress: fc.constantFrom("203.0.113.5", "198.51.100.7", "2001:db8::1", "fe80::1%eth0", ""),
    pin: fc.constantFrom("", "", "1234", "9999"),
    noPin: fc.constantFrom(false, false, false, true),
    trunkId: fc.constantFrom("", "", "", "", "ST_a", "ST_gone"),
  })
  .map(incomingCall);

export const scenario: fc.Arbitrary<RouteInput> = fc.record({
  trunks: fc.array(trunk, { maxLength: 4 }),
  rules: fc.array(rule, { minLength: 1, maxLength: 6 }),
  call,
});
