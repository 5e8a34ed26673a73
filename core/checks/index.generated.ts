// Written by scripts/generate-checks.mjs from the files of this folder; run `npm run generate`.
import type { Check } from "../check.ts";
import agentNameInAttributes from "./agent-name-in-attributes.ts";
import badDuration from "./bad-duration.ts";
import badEscape from "./bad-escape.ts";
import badTimestamp from "./bad-timestamp.ts";
import bareExponent from "./bare-exponent.ts";
import byteOrderMark from "./byte-order-mark.ts";
import callerIsCalled from "./caller-is-called.ts";
import cloudAgentId from "./cloud-agent-id.ts";
import comment from "./comment.ts";
import controlCharacter from "./control-character.ts";
import deprecatedField from "./deprecated-field.ts";
import duplicateField from "./duplicate-field.ts";
import duplicateMapKey from "./duplicate-map-key.ts";
import duplicateTrunkOrNumber from "./duplicate-trunk-or-number.ts";
import egressCredentials from "./egress-credentials.ts";
import empty from "./empty.ts";
import emptyRoomName from "./empty-room-name.ts";
import extraComma from "./extra-comma.ts";
import fieldDroppedByBareForm from "./field-dropped-by-bare-form.ts";
import hiddenNumberShown from "./hidden-number-shown.ts";
import ignoredBesideWrapper from "./ignored-beside-wrapper.ts";
import invalidCodec from "./invalid-codec.ts";
import invalidListUpdate from "./invalid-list-update.ts";
import invalidUtf8 from "./invalid-utf8.ts";
import invalidValue from "./invalid-value.ts";
import isList from "./is-list.ts";
import isUpdateRequest from "./is-update-request.ts";
import lookAlikeCharacter from "./look-alike-character.ts";
import mediaDroppedByLk from "./media-dropped-by-lk.ts";
import mediaTimeout from "./media-timeout.ts";
import metadataBrokenJson from "./metadata-broken-json.ts";
import metadataNotAString from "./metadata-not-a-string.ts";
import metadataNotJson from "./metadata-not-json.ts";
import misplacedField from "./misplaced-field.ts";
import missingColon from "./missing-colon.ts";
import missingComma from "./missing-comma.ts";
import missingKey from "./missing-key.ts";
import missingValue from "./missing-value.ts";
import needsBareRule from "./needs-bare-rule.ts";
import needsUpdateRequest from "./needs-update-request.ts";
import needsWrapper from "./needs-wrapper.ts";
import newerField from "./newer-field.ts";
import newerValue from "./newer-value.ts";
import noEffect from "./no-effect.ts";
import noRule from "./no-rule.ts";
import notADispatchRule from "./not-a-dispatch-rule.ts";
import nullItem from "./null-item.ts";
import numberFormat from "./number-format.ts";
import oneof from "./oneof.ts";
import outOfRange from "./out-of-range.ts";
import pinTooLong from "./pin-too-long.ts";
import pinUnreachable from "./pin-unreachable.ts";
import placeholderTrunkId from "./placeholder-trunk-id.ts";
import reservedAttribute from "./reserved-attribute.ts";
import ruleIdOnCreate from "./rule-id-on-create.ts";
import ruleKinds from "./rule-kinds.ts";
import ruleWithoutKind from "./rule-without-kind.ts";
import singleQuotes from "./single-quotes.ts";
import sizeLimit from "./size-limit.ts";
import tooDeep from "./too-deep.ts";
import trailingComma from "./trailing-comma.ts";
import trailingContent from "./trailing-content.ts";
import unclosedString from "./unclosed-string.ts";
import unexpandedTemplate from "./unexpanded-template.ts";
import unexpectedEnd from "./unexpected-end.ts";
import unknownEnumValue from "./unknown-enum-value.ts";
import unknownField from "./unknown-field.ts";
import unquotedKey from "./unquoted-key.ts";
import updateIdMismatch from "./update-id-mismatch.ts";
import updateWithoutAction from "./update-without-action.ts";
import updateWithoutId from "./update-without-id.ts";
import wrongBracket from "./wrong-bracket.ts";
import wrongType from "./wrong-type.ts";

/** Every check, sorted by its code. */
export const checks: readonly Check[] = [
  agentNameInAttributes,
  badDuration,
  badEscape,
  badTimestamp,
  bareExponent,
  byteOrderMark,
  callerIsCalled,
  cloudAgentId,
  comment,
  controlCharacter,
  deprecatedField,
  duplicateField,
  duplicateMapKey,
  duplicateTrunkOrNumber,
  egressCredentials,
  empty,
  emptyRoomName,
  extraComma,
  fieldDroppedByBareForm,
  hiddenNumberShown,
  ignoredBesideWrapper,
  invalidCodec,
  invalidListUpdate,
  invalidUtf8,
  invalidValue,
  isList,
  isUpdateRequest,
  lookAlikeCharacter,
  mediaDroppedByLk,
  mediaTimeout,
  metadataBrokenJson,
  metadataNotAString,
  metadataNotJson,
  misplacedField,
  missingColon,
  missingComma,
  missingKey,
  missingValue,
  needsBareRule,
  needsUpdateRequest,
  needsWrapper,
  newerField,
  newerValue,
  noEffect,
  noRule,
  notADispatchRule,
  nullItem,
  numberFormat,
  oneof,
  outOfRange,
  pinTooLong,
  pinUnreachable,
  placeholderTrunkId,
  reservedAttribute,
  ruleIdOnCreate,
  ruleKinds,
  ruleWithoutKind,
  singleQuotes,
  sizeLimit,
  tooDeep,
  trailingComma,
  trailingContent,
  unclosedString,
  unexpandedTemplate,
  unexpectedEnd,
  unknownEnumValue,
  unknownField,
  unquotedKey,
  updateIdMismatch,
  updateWithoutAction,
  updateWithoutId,
  wrongBracket,
  wrongType,
];
