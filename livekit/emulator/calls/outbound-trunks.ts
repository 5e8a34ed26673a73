/** The calls on outbound trunks (livekit-server, pkg/service/sip.go). */
import { defineSipCall, type Service } from "../call.ts";
import { newId } from "../identifiers.ts";
import { textField, textsField } from "../message-value.ts";
import { listPages } from "../paging.ts";
import { outboundTrunkFault } from "../trunk-checks.ts";
import { updatedTrunk } from "../trunk-update.ts";
import { foundTrunk, refuseFault, requestedTrunk, saveTrunk } from "./trunks.ts";

const TRUNK = "SIPOutboundTrunkInfo";

export const outboundTrunkCalls: Service = {
  CreateSIPOutboundTrunk: defineSipCall(
    "CreateSIPOutboundTrunkRequest",
    TRUNK,
    (request, { store, random }) => {
      const trunk = requestedTrunk(request, outboundTrunkFault);
      return saveTrunk(store, "outboundTrunk", newId("ST_", random), trunk);
    },
  ),

  UpdateSIPOutboundTrunk: defineSipCall("UpdateSIPOutboundTrunkRequest", TRUNK, (request, { store }) => {
    const id = textField(request, "sipTrunkId");
    const trunk = updatedTrunk(request, outboundTrunkFault, () => foundTrunk(store, "outboundTrunk", id));
    return saveTrunk(store, "outboundTrunk", id, trunk);
  }),

  GetSIPOutboundTrunk: defineSipCall(
    "GetSIPOutboundTrunkRequest",
    "GetSIPOutboundTrunkResponse",
    (request, { store }) => {
      const id = textField(request, "sipTrunkId");
      refuseFault(id === "" ? "trunk ID is required" : undefined);
      return { trunk: foundTrunk(store, "outboundTrunk", id) };
    },
  ),

  ListSIPOutboundTrunk: defineSipCall(
    "ListSIPOutboundTrunkRequest",
    "ListSIPOutboundTrunkResponse",
    (request, { store }) => {
      const ids = textsField(request, "trunkIds");
      const wanted = textsField(request, "numbers");
      const items = listPages(store.list("outboundTrunk"), request, (trunk) => {
        const numbers = textsField(trunk, "numbers");
        // Unlike those of inbound trunks, these numbers are compared as they stand.
        const hasNumber = wanted.length === 0 || numbers.some((number) => wanted.includes(number));
        return hasNumber && (ids.length === 0 || ids.includes(textField(trunk, "sipTrunkId")));
      });
      return { items };
    },
  ),
};
