/** What LiveKit demands of a trunk before it stores it (livekit/protocol, livekit/sip.go). */
import type { ListUpdate } from "../../core/routing/store/requests.ts";
import { ruleFault, updateFault } from "../../core/routing/store/validate-rule.ts";
import type { MediaConfig } from "../../core/routing/types.ts";
import { messageField, textField, textsField, type Fields } from "./message-value.ts";
import { headersFault } from "./sip-headers.ts";

export const INSECURE =
  "for security, one of the fields must be set: AuthUsername+AuthPassword, AllowedAddresses or Numbers";

/** `SIPInboundTrunkInfo.Validate`; LiveKit's text, or `undefined` where it is fine. */
export function inboundTrunkFault(trunk: Fields): string | undefined {
  const hasCredentials = textField(trunk, "authUsername") !== "" || textField(trunk, "authPassword") !== "";
  const hasLists = ["allowedAddresses", "numbers"].some((name) => textsField(trunk, name).length > 0);
  if (!hasCredentials && !hasLists) return INSECURE;
  return mediaFault(trunk) ?? headersFault(trunk);
}

/** `SIPOutboundTrunkInfo.Validate`. */
export function outboundTrunkFault(trunk: Fields): string | undefined {
  if (textsField(trunk, "numbers").length === 0) return "no trunk numbers specified";
  const address = textField(trunk, "address");
  if (address === "") return "no outbound address specified";
  return (
    hostFault(address, "trunk address") ??
    hostFault(textField(trunk, "fromHost"), "from_host") ??
    headersFault(trunk) ??
    mediaFault(trunk)
  );
}

/** `validateHostnameFormat`. */
function hostFault(host: string, name: string): string | undefined {
  if (host.includes("transport=")) return `${name} should not contain transport parameter`;
  if (/[@;]/.test(host) || /^sips?:/.test(host)) return `${name} should be a hostname or IP, not SIP URI`;
  return undefined;
}

/** `SIPInboundTrunkUpdate.Validate`, and that of an outbound one, which has fewer lists. */
export function trunkUpdateFault(update: Fields): string | undefined {
  for (const name of ["numbers", "allowedAddresses", "allowedNumbers"]) {
    const fault = listFault(messageField(update, name));
    if (fault !== undefined) return fault;
  }
  return mediaFault(update);
}

/** Media and lists of trunks are checked exactly as those of rules. */
function mediaFault({ media }: { readonly media?: MediaConfig }): string | undefined {
  return ruleFault({ rule: {}, ...(media && { media }) });
}

function listFault(list: ListUpdate | undefined): string | undefined {
  return list && updateFault({ sipDispatchRuleId: "any", update: { trunkIds: list } });
}
