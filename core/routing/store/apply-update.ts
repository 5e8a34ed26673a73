/** What an update makes of a stored rule (`Apply` and `apply…`, livekit/protocol, livekit/sip.go, livekit/types.go). */
import { ENCRYPTION_OFF, upgradedMedia } from "../answer/media.ts";
import type { DispatchRule, EnumValue, MediaConfig, StringMap } from "../types.ts";
import type { ListUpdate, RuleUpdate } from "./requests.ts";

/** `replace`: everything of the stored rule goes but its id. The media is not upgraded. */
export function replacedRule(stored: DispatchRule, replace: DispatchRule): DispatchRule {
  const { sipDispatchRuleId: id = "" } = stored;
  return id === "" ? replace : { ...replace, sipDispatchRuleId: id };
}

/** `update`: what is absent stays. */
export function updatedRule(stored: DispatchRule, update: RuleUpdate): DispatchRule {
  const { trunkIds, name, metadata, attributes, media: _, mediaEncryption: __, ...rest } = stored;
  const ids = appliedList(trunkIds ?? [], update.trunkIds);
  const map = appliedMap(attributes ?? {}, update.attributes ?? {});
  const newName = update.name ?? name ?? "";
  const newMetadata = update.metadata ?? metadata ?? "";
  return {
    ...rest,
    ...(update.rule && { rule: update.rule }),
    ...(ids.length > 0 && { trunkIds: ids }),
    ...(newName !== "" && { name: newName }),
    ...(newMetadata !== "" && { metadata: newMetadata }),
    ...(Object.keys(map).length > 0 && { attributes: map }),
    ...appliedMedia(stored, update),
  };
}

/** `applyListUpdate`: removes first, then adds what is not there yet. */
export function appliedList(list: readonly string[], update: ListUpdate | undefined): readonly string[] {
  if (!update) return list;
  if (update.clear === true) return [];
  if (update.set?.length) return update.set;
  const result = [...list];
  for (const item of update.remove ?? []) {
    const index = result.indexOf(item);
    if (index >= 0) result.splice(index, 1);
  }
  for (const item of update.add ?? []) if (!result.includes(item)) result.push(item);
  return result;
}

/** `applyMapDiff`: an empty value takes the key out. */
export function appliedMap(map: StringMap, diff: StringMap): StringMap {
  const result = new Map(Object.entries(map));
  for (const [key, value] of Object.entries(diff))
    if (value === "") result.delete(key);
    else result.set(key, value);
  return Object.fromEntries(result);
}

/** `updateMediaConfig`: `media` is replaced whole; what it says of encryption goes before `media_encryption`. */
function appliedMedia(
  stored: DispatchRule,
  update: RuleUpdate,
): { readonly media: MediaConfig; readonly mediaEncryption?: EnumValue } {
  const media = upgradedMedia(update.media ?? stored.media, update.mediaEncryption ?? stored.mediaEncryption);
  const { encryption = ENCRYPTION_OFF } = media;
  return { media, ...(encryption !== ENCRYPTION_OFF && { mediaEncryption: encryption }) };
}
