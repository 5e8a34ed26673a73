/**
 * What the caller lives through: the answer of the routing as LiveKit's SIP service carries it out (livekit/sip,
 * pkg/sip/inbound.go, `processInvite` and `handleInvite`).
 */
import { enteredWhenAsked, routeCall, type Outcome, type RouteInput } from "../route.ts";
import type { Entry } from "../rule/rule-match.ts";
import type { InboundTrunk } from "../types.ts";
import { joined, joinedAfterPin } from "./join.ts";
import { refused, prompted, type Cause, type LivedCall } from "./lived-call.ts";
import { hearsKeys, mediaRefusal } from "./media-offer.ts";
import { heardEntry } from "./pin-entry.ts";
import { comparesHostWithAddresses, crashesOnHiddenEmptyCaller, dropsWithoutRule } from "./server-version.ts";
import type { Surroundings } from "./surroundings.ts";

const TRY_AGAIN = "503 Try again later";

export function liveCall(input: RouteInput, around: Surroundings): LivedCall {
  if (!around.serverIsUp)
    return refused(TRY_AGAIN, { text: "The SIP service gets no answer from livekit-server." });
  const addresses = comparesHostWithAddresses(around.server) ? "before-1.54" : "1.54";
  const asked = { ...input, call: { ...input.call, pin: "", noPin: false } };
  const outcome = routeCall(asked, { addresses });
  if (outcome.stage === "trunk")
    return refused(TRY_AGAIN, { text: outcome.fault?.text ?? "", of: "trunk", field: "numbers" }, outcome);
  const login = loginRefusal(outcome.trunk.trunk, around);
  if (login)
    return refused(
      login,
      { text: "The trunk has a password.", of: "trunk", field: "auth_password" },
      outcome,
    );
  const ended = endedByRouting(outcome, asked, around);
  if (ended) return ended;
  const answer = outcome.answer ?? { result: "ACCEPT", media: {} };
  const media = mediaRefusal(answer.media, around.offer);
  if (media) {
    const field = media.field && `media.${media.field}`;
    return refused(
      media.status,
      { text: media.text, of: field ? "rule" : "call", ...(field && { field }) },
      outcome,
    );
  }
  if (answer.result === "ACCEPT") return joined(answer, around, outcome);
  const entry = entryOf(input, around);
  if ("text" in entry) return prompted(entry, outcome);
  const entered = { ...input, call: { ...input.call, ...entry } };
  return joinedAfterPin(routeCall(entered, { addresses }), around);
}

/** The trunk asks for a password only when it has both a name and a password. */
function loginRefusal(trunk: InboundTrunk | undefined, { login }: Surroundings): string | undefined {
  if (!trunk || (trunk.authUsername ?? "") === "" || trunk.hasPassword !== true) return undefined;
  if (!login) return "407 Unauthorized";
  return login(trunk) ? undefined : "401 Unauthorized";
}

function endedByRouting(outcome: Outcome, { call }: RouteInput, around: Surroundings): LivedCall | undefined {
  const cutApart = outcome.steps.some((step) => step.cutApart !== undefined);
  const isHiddenEmpty = outcome.rule?.hidePhoneNumber === true && call.from === "";
  if (
    outcome.result === "ERROR" ||
    cutApart ||
    (isHiddenEmpty && crashesOnHiddenEmptyCaller(around.server))
  ) {
    const hidden = "Without a whole calling number to hide, the server cannot answer.";
    return refused(TRY_AGAIN, { text: outcome.fault?.text ?? hidden, of: "rule" }, outcome);
  }
  if (outcome.result !== "REJECT") return undefined;
  const cause: Cause = { text: "No rule fits the call.", of: "rule" };
  return dropsWithoutRule(around.server)
    ? { kind: "dropped", finalSipStatus: "none", cause, outcome }
    : refused("404 Does not match Trunks or Dispatch Rules", cause, outcome);
}

/** What LiveKit hears of the caller's entry, or why it never hears one. */
function entryOf({ call }: RouteInput, around: Surroundings): Entry | Cause {
  if (!hearsKeys(around.offer))
    return { text: "The call offers no telephone-event, so LiveKit hears no key.", of: "call" };
  if (!around.keys) return enteredWhenAsked(call) ?? { text: "The caller enters nothing.", of: "call" };
  const heard = heardEntry(around.keys);
  if (heard.kind === "entered") return heard.entry;
  if (heard.kind === "too-long") return { text: "A PIN has at most 16 keys.", of: "rule", field: "pin" };
  const text =
    heard.lost > 0
      ? "Only ten keys are kept while the prompt plays: the `#` was lost, and LiveKit waits for ever."
      : "The caller did not end the PIN with `#`, and LiveKit waits for ever.";
  return { text, of: "call" };
}
