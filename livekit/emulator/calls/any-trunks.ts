/** The calls from before trunks had two kinds (livekit-server, pkg/service/sip.go, redisstore_sip.go). */
import { compareBytes } from "../../../core/routing/byte-order.ts";
import { defineSipCall, type Service } from "../call.ts";
import { textField, textsField, type Fields } from "../message-value.ts";
import { listPages } from "../paging.ts";
import { refuseFault } from "./trunks.ts";

export const anyTrunkCalls: Service = {
  /** Deletes without asking whether there is one, and answers with the id alone. */
  DeleteSIPTrunk: defineSipCall("DeleteSIPTrunkRequest", "SIPTrunkInfo", (request, { store }) => {
    const id = textField(request, "sipTrunkId");
    refuseFault(id === "" ? "trunk ID is required" : undefined);
    store.delete("inboundTrunk", id);
    store.delete("outboundTrunk", id);
    return id === "" ? {} : { sipTrunkId: id };
  }),

  ListSIPTrunk: defineSipCall("ListSIPTrunkRequest", "ListSIPTrunkResponse", (request, { store }) => {
    const stored = [
      ...store.list("inboundTrunk").map(({ id, fields }) => ({ id, fields: inboundAsTrunk(fields) })),
      ...store.list("outboundTrunk").map(({ id, fields }) => ({ id, fields: outboundAsTrunk(fields) })),
    ].sort((a, b) => compareBytes(a.id, b.id));
    return { items: listPages(stored, request, () => true) };
  }),
};

/** `SIPInboundTrunkInfo.AsTrunkInfo`. */
function inboundAsTrunk(trunk: Fields): Fields {
  return {
    ...common(trunk),
    kind: "TRUNK_INBOUND",
    inboundAddresses: trunk["allowedAddresses"],
    inboundNumbers: trunk["allowedNumbers"],
    inboundUsername: trunk["authUsername"],
    inboundPassword: trunk["authPassword"],
  };
}

/** `SIPOutboundTrunkInfo.AsTrunkInfo`. */
function outboundAsTrunk(trunk: Fields): Fields {
  return {
    ...common(trunk),
    kind: "TRUNK_OUTBOUND",
    outboundAddress: trunk["address"],
    transport: trunk["transport"],
    outboundUsername: trunk["authUsername"],
    outboundPassword: trunk["authPassword"],
  };
}

function common(trunk: Fields): Fields {
  const { sipTrunkId, name, metadata } = trunk;
  return { sipTrunkId, name, metadata, outboundNumber: textsField(trunk, "numbers")[0] };
}
