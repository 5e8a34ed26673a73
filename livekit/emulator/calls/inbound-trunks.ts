/** The calls on inbound trunks (livekit-server, pkg/service/sip.go). */
import { sameNumber } from "../../../core/routing/trunk/judge-trunk.ts";
import { findTrunkConflict } from "../../../core/routing/trunk/trunk-conflicts.ts";
import { defineSipCall, type Service } from "../call.ts";
import { newId } from "../identifiers.ts";
import { textField, textsField, type Fields } from "../message-value.ts";
import { listPages } from "../paging.ts";
import type { Store } from "../store.ts";
import { inboundTrunkFault } from "../trunk-checks.ts";
import { updatedTrunk } from "../trunk-update.ts";
import { TwirpError } from "../twirp-error.ts";
import { foundTrunk, refuseFault, requestedTrunk, saveTrunk } from "./trunks.ts";

const TRUNK = "SIPInboundTrunkInfo";

export const inboundTrunkCalls: Service = {
  CreateSIPInboundTrunk: defineSipCall(
    "CreateSIPInboundTrunkRequest",
    TRUNK,
    (request, { store, random }) => {
      const trunk = requestedTrunk(request, inboundTrunkFault);
      const [first, ...others] = trunksFor(store, trunk);
      refuseConflict([...(first ? [first] : []), trunk, ...others]);
      return saveTrunk(store, "inboundTrunk", newId("ST_", random), trunk);
    },
  ),

  UpdateSIPInboundTrunk: defineSipCall("UpdateSIPInboundTrunkRequest", TRUNK, (request, { store }) => {
    const id = textField(request, "sipTrunkId");
    const trunk = updatedTrunk(request, inboundTrunkFault, () => foundTrunk(store, "inboundTrunk", id));
    // As with rules, an updated trunk that the list does not bring is not held against the others.
    refuseConflict(
      trunksFor(store, trunk).map((other) => (textField(other, "sipTrunkId") === id ? trunk : other)),
    );
    return saveTrunk(store, "inboundTrunk", id, trunk);
  }),

  GetSIPInboundTrunk: defineSipCall(
    "GetSIPInboundTrunkRequest",
    "GetSIPInboundTrunkResponse",
    (request, { store }) => {
      const id = textField(request, "sipTrunkId");
      refuseFault(id === "" ? "trunk ID is required" : undefined);
      return { trunk: foundTrunk(store, "inboundTrunk", id) };
    },
  ),

  ListSIPInboundTrunk: defineSipCall(
    "ListSIPInboundTrunkRequest",
    "ListSIPInboundTrunkResponse",
    (request, { store }) => {
      const ids = textsField(request, "trunkIds");
      const numbers = textsField(request, "numbers");
      const items = listPages(store.list("inboundTrunk"), request, (trunk) => {
        const isAsked = ids.length === 0 || ids.includes(textField(trunk, "sipTrunkId"));
        return isAsked && takesNumbers(trunk, numbers);
      });
      return { items };
    },
  ),
};

/** `ListSIPInboundTrunkRequest.Filter`: a trunk without numbers takes all of them. */
function takesNumbers(trunk: Fields, wanted: readonly string[]): boolean {
  const numbers = textsField(trunk, "numbers");
  if (wanted.length === 0 || numbers.length === 0) return true;
  return numbers.some((number) => sameNumber(wanted, number) !== undefined);
}

/** The stored trunks that share a number with this one. */
function trunksFor(store: Store, trunk: Fields): Fields[] {
  const numbers = textsField(trunk, "numbers");
  return store
    .list("inboundTrunk")
    .map(({ fields }) => fields)
    .filter((other) => takesNumbers(other, numbers));
}

function refuseConflict(trunks: readonly Fields[]): void {
  const conflict = findTrunkConflict(trunks);
  if (conflict) throw new TwirpError(conflict.code, conflict.text);
}
