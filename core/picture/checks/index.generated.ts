// Written by scripts/generate-checks.mjs from the files of this folder; run `npm run generate`.
import type { PictureCheck } from "../check.ts";
import agentNotRegistered from "./agent-not-registered.ts";
import calledNumberAsCaller from "./called-number-as-caller.ts";
import conflictStoredUnchecked from "./conflict-stored-unchecked.ts";
import duplicateIdentity from "./duplicate-identity.ts";
import headerOntoSipAttribute from "./header-onto-sip-attribute.ts";
import hiddenNumberInHeaders from "./hidden-number-in-headers.ts";
import missingTrunk from "./missing-trunk.ts";
import numberUnlikeTrunk from "./number-unlike-trunk.ts";
import numberWithoutRule from "./number-without-rule.ts";
import pinOpensOtherRoom from "./pin-opens-other-room.ts";
import pinPromptsEverybody from "./pin-prompts-everybody.ts";
import ruleConflict from "./rule-conflict.ts";
import ruleNeverWins from "./rule-never-wins.ts";
import storedRuleBreaksCalls from "./stored-rule-breaks-calls.ts";
import tieByRoomName from "./tie-by-room-name.ts";
import trunkWithoutRule from "./trunk-without-rule.ts";
import wildcardBesideTrunkRules from "./wildcard-beside-trunk-rules.ts";

/** Every check of the whole picture, sorted by its code. */
export const pictureChecks: readonly PictureCheck[] = [
  agentNotRegistered,
  calledNumberAsCaller,
  conflictStoredUnchecked,
  duplicateIdentity,
  headerOntoSipAttribute,
  hiddenNumberInHeaders,
  missingTrunk,
  numberUnlikeTrunk,
  numberWithoutRule,
  pinOpensOtherRoom,
  pinPromptsEverybody,
  ruleConflict,
  ruleNeverWins,
  storedRuleBreaksCalls,
  tieByRoomName,
  trunkWithoutRule,
  wildcardBesideTrunkRules,
];
