/** What the calls on inbound and on outbound trunks share. */
import { messageField, textField, type Fields } from "../message-value.ts";
import type { Store } from "../store.ts";
import { TwirpError } from "../twirp-error.ts";

export type TrunkKind = "inboundTrunk" | "outboundTrunk";

/** LiveKit's text on a trunk that it does not store. */
export type TrunkFault = (trunk: Fields) => string | undefined;

/** The trunk of a create request (`CreateSIPInboundTrunkRequest.Validate` and its outbound twin). */
export function requestedTrunk(request: Fields, faultOf: TrunkFault): Fields {
  const trunk = messageField(request, "trunk");
  if (!trunk) throw new TwirpError("invalid_argument", "missing trunk");
  refuseFault(textField(trunk, "sipTrunkId") === "" ? faultOf(trunk) : "trunk id must not be set");
  return trunk;
}

export function refuseFault(text: string | undefined): void {
  if (text !== undefined) throw new TwirpError("invalid_argument", text);
}

export function foundTrunk(store: Store, kind: TrunkKind, id: string): Fields {
  const trunk = store.get(kind, id);
  if (!trunk) throw new TwirpError("not_found", "requested sip trunk does not exist");
  return trunk;
}

export function saveTrunk(store: Store, kind: TrunkKind, id: string, trunk: Fields): Fields {
  const stored: Fields = { ...trunk, sipTrunkId: id };
  store.put(kind, id, stored);
  return stored;
}
