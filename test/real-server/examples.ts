/** The six files that LiveKit's documentation shows to authors of dispatch rules, and what LiveKit stores for each. */
import type { SIPDispatchRuleInfo } from "@livekit/protocol";

export interface Example {
  readonly title: string;
  readonly file: object;
  /** What the SDK's client reads back. */
  readonly stored: Expected;
}

/** One kind of rule, and what differs from a rule that says nothing else. */
export interface Expected {
  readonly kind: NonNullable<SIPDispatchRuleInfo["rule"]>["rule"]["case"];
  readonly value: Readonly<Record<string, string | boolean>>;
  readonly metadata?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

const COMMON = { trunk_ids: [], hide_phone_number: false };
const PER_CALLER = { dispatchRuleIndividual: { roomPrefix: "call-", pin: "" } };
const STORED_PER_CALLER = {
  kind: "dispatchRuleIndividual",
  value: { roomPrefix: "call-", pin: "", noRandomness: false },
} as const;
const METADATA = '{"is_internal": true}';
const ATTRIBUTES = { "<key_name1>": "<value1>", "<key_name2>": "<value2>" };

export const EXAMPLES: readonly Example[] = [
  {
    title: "all callers into one room",
    file: { ...COMMON, rule: { dispatchRuleDirect: { roomName: "open-room", pin: "" } } },
    stored: { kind: "dispatchRuleDirect", value: { roomName: "open-room", pin: "" } },
  },
  {
    title: "a room behind a PIN",
    file: { ...COMMON, rule: { dispatchRuleDirect: { roomName: "safe-room", pin: "12345" } } },
    stored: { kind: "dispatchRuleDirect", value: { roomName: "safe-room", pin: "12345" } },
  },
  {
    title: "a room for each caller",
    file: { ...COMMON, rule: PER_CALLER },
    stored: STORED_PER_CALLER,
  },
  {
    title: "a room for each called number",
    file: { ...COMMON, rule: { dispatchRuleCallee: { roomPrefix: "number-", randomize: false, pin: "" } } },
    stored: { kind: "dispatchRuleCallee", value: { roomPrefix: "number-", randomize: false, pin: "" } },
  },
  {
    title: "metadata for every participant",
    file: { ...COMMON, metadata: METADATA, rule: PER_CALLER },
    stored: { ...STORED_PER_CALLER, metadata: METADATA },
  },
  {
    title: "attributes for every participant",
    file: { ...COMMON, attributes: ATTRIBUTES, rule: PER_CALLER },
    stored: { ...STORED_PER_CALLER, attributes: ATTRIBUTES },
  },
];
