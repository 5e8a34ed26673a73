/** The requests that write rules, as proto3 JSON without defaults. */
import type { DispatchRule, EnumValue, MediaConfig, RuleKind, StringMap } from "../types.ts";

/** `CreateSIPDispatchRuleRequest`: the rule wrapped, or its older fields at the top. */
export interface CreateRequest extends Pick<
  DispatchRule,
  | "rule"
  | "trunkIds"
  | "inboundNumbers"
  | "hidePhoneNumber"
  | "name"
  | "metadata"
  | "attributes"
  | "roomPreset"
  | "roomConfig"
> {
  readonly dispatchRule?: DispatchRule;
}

/** `ListUpdate`. */
export interface ListUpdate {
  readonly set?: readonly string[];
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  readonly clear?: boolean;
}

/** `SIPDispatchRuleUpdate`: only what is present changes. */
export interface RuleUpdate {
  readonly trunkIds?: ListUpdate;
  readonly rule?: RuleKind;
  readonly name?: string;
  readonly metadata?: string;
  readonly attributes?: StringMap;
  readonly mediaEncryption?: EnumValue;
  readonly media?: MediaConfig;
}

/** `UpdateSIPDispatchRuleRequest`: `replace`, or `update`. */
export interface UpdateRequest {
  readonly sipDispatchRuleId?: string;
  readonly replace?: DispatchRule;
  readonly update?: RuleUpdate;
}
