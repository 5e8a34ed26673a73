/**
 * What routing works on: LiveKit's messages as proto3 JSON with JSON names and without defaults, which is how
 * `input/read.ts` hands them over. An absent field holds LiveKit's default.
 */

/** The name of an enum's value, or its number where it has no name. */
export type EnumValue = string | number;

export type StringMap = Readonly<Record<string, string>>;

/** A message that routing passes on without looking into it. */
export type Opaque = Readonly<Record<string, unknown>>;

export interface Codec {
  readonly name?: string;
  readonly rate?: number;
}

/** `SIPMediaConfig`. */
export interface MediaConfig {
  readonly onlyListedCodecs?: boolean;
  readonly codecs?: readonly Codec[];
  readonly encryption?: EnumValue;
  readonly mediaTimeout?: string;
  readonly dropAudioDuringDtmf?: boolean;
}

/** `SIPInboundTrunkInfo`, of whose password only is known whether there is one. */
export interface InboundTrunk {
  readonly sipTrunkId?: string;
  readonly name?: string;
  /** Called numbers. None: the trunk takes every number (a default trunk). */
  readonly numbers?: readonly string[];
  readonly allowedAddresses?: readonly string[];
  /** Calling numbers. */
  readonly allowedNumbers?: readonly string[];
  readonly authUsername?: string;
  readonly hasPassword?: boolean;
  readonly headers?: StringMap;
  readonly headersToAttributes?: StringMap;
  readonly attributesToHeaders?: StringMap;
  readonly includeHeaders?: EnumValue;
  readonly ringingTimeout?: string;
  readonly ringingTimeoutStatus?: EnumValue;
  readonly maxCallDuration?: string;
  readonly krispEnabled?: boolean;
  readonly mediaEncryption?: EnumValue;
  readonly media?: MediaConfig;
}

export interface DirectKind {
  readonly roomName?: string;
  readonly pin?: string;
}

export interface IndividualKind {
  readonly roomPrefix?: string;
  readonly pin?: string;
  readonly noRandomness?: boolean;
}

export interface CalleeKind {
  readonly roomPrefix?: string;
  readonly pin?: string;
  readonly randomize?: boolean;
}

/** `SIPDispatchRule`: one of the three, or none, which LiveKit stores but cannot use. */
export interface RuleKind {
  readonly dispatchRuleDirect?: DirectKind;
  readonly dispatchRuleIndividual?: IndividualKind;
  readonly dispatchRuleCallee?: CalleeKind;
}

/** `SIPDispatchRuleInfo`. */
export interface DispatchRule {
  readonly sipDispatchRuleId?: string;
  readonly rule?: RuleKind;
  /** None: the rule is for every trunk, and for calls without one (a wildcard rule). */
  readonly trunkIds?: readonly string[];
  readonly hidePhoneNumber?: boolean;
  /** Calling numbers. */
  readonly inboundNumbers?: readonly string[];
  /** Called numbers. */
  readonly numbers?: readonly string[];
  readonly name?: string;
  readonly metadata?: string;
  readonly attributes?: StringMap;
  readonly roomPreset?: string;
  readonly roomConfig?: Opaque;
  readonly krispEnabled?: boolean;
  readonly mediaEncryption?: EnumValue;
  readonly media?: MediaConfig;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

/** A call as it reaches LiveKit. */
export interface IncomingCall {
  readonly callId: string;
  /** User part of the SIP From header, as sent. */
  readonly from: string;
  readonly fromHost: string;
  /** User part of the SIP To header, as sent. */
  readonly to: string;
  readonly toHost: string;
  /** Address without a port; empty when unknown. */
  readonly sourceAddress: string;
  /** What the SIP service adds by itself. */
  readonly attributes: StringMap;
  /** The trunk that the authentication step found; empty when there was none. */
  readonly trunkId: string;
  /** What the caller enters when asked. */
  readonly pin: string;
  /** The caller presses only `#` when asked. */
  readonly noPin: boolean;
}

/** An error with the code and the text that LiveKit's service answers. */
export interface Fault {
  /** `unknown` where LiveKit passes on an error that has none. */
  readonly code: "invalid_argument" | "failed_precondition" | "not_found" | "permission_denied" | "unknown";
  readonly text: string;
}
