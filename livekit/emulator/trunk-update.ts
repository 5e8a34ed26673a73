/** What an update makes of a stored trunk (livekit/protocol, livekit/sip.go, `Apply` of both kinds of trunks). */
import { ENCRYPTION_OFF, upgradedMedia } from "../../core/routing/answer/media.ts";
import { appliedList } from "../../core/routing/store/apply-update.ts";
import type { EnumValue, MediaConfig } from "../../core/routing/types.ts";
import { messageField, textField, textsField, type Fields } from "./message-value.ts";
import { refuseFault, type TrunkFault } from "./calls/trunks.ts";
import { INSECURE, trunkUpdateFault } from "./trunk-checks.ts";
import { psrpcError, TwirpError } from "./twirp-error.ts";

const LISTS: readonly string[] = ["numbers", "allowedAddresses", "allowedNumbers"];
/** Taken over as they are, whichever of them the message has. */
const VALUES: readonly string[] = [
  ...["authUsername", "authPassword", "authRealm", "name", "metadata"],
  ...["address", "transport", "destinationCountry", "fromHost"],
];

/**
 * @param faultOf LiveKit's check of the whole trunk
 * @param load throws where the trunk does not exist; asked only after the request itself is fine
 */
export function updatedTrunk(request: Fields, faultOf: TrunkFault, load: () => Fields): Fields {
  const replace = messageField(request, "replace");
  const update = messageField(request, "update");
  refuseFault(requestFault(request, replace, update, faultOf));
  const stored = load();
  if (replace) return replace;
  const trunk = applyUpdate(stored, update ?? {});
  const fault = faultOf(trunk);
  if (fault !== undefined) throw applyError(fault);
  return trunk;
}

/** `UpdateSIPInboundTrunkRequest.Validate` and its outbound twin. */
function requestFault(
  request: Fields,
  replace: Fields | undefined,
  update: Fields | undefined,
  faultOf: TrunkFault,
): string | undefined {
  const id = textField(request, "sipTrunkId");
  if (id === "") return "trunk id must be set";
  if (replace) {
    const inner = textField(replace, "sipTrunkId");
    if (inner !== "" && inner !== id)
      return "trunk id in the info must be empty or match the id in the update";
    return faultOf(replace);
  }
  return update ? trunkUpdateFault(update) : "missing or unsupported update action";
}

function applyUpdate(stored: Fields, update: Fields): Fields {
  const changed: Record<string, unknown> = {};
  for (const name of LISTS) {
    const list = appliedList(textsField(stored, name), messageField(update, name));
    changed[name] = list.length > 0 ? list : undefined;
  }
  for (const name of VALUES) {
    const value = update[name];
    if (value !== undefined) changed[name] = value === "" ? undefined : value;
  }
  const media = (update["media"] ?? stored["media"]) as MediaConfig | undefined;
  const older = (update["mediaEncryption"] ?? stored["mediaEncryption"]) as EnumValue | undefined;
  const upgraded = upgradedMedia(media, older);
  const { encryption = ENCRYPTION_OFF } = upgraded;
  const mediaEncryption = encryption === ENCRYPTION_OFF ? undefined : encryption;
  return { ...stored, ...changed, media: upgraded, mediaEncryption };
}

/** Here LiveKit hands the error on as it is: one has a code of its own, the others have none. */
function applyError(fault: string): TwirpError {
  return fault === INSECURE ? psrpcError("invalid_argument", fault) : new TwirpError("unknown", fault);
}
