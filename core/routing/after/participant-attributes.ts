/** The attributes that the caller has in the room (livekit/sip, pkg/sip, `HeadersToAttrs` and `headerToAttr`). */
import type { Answer } from "../answer/evaluate.ts";
import type { StringMap } from "../types.ts";

export type CallStatus = "ringing" | "active";

/** Headers of carriers that always become attributes. */
const CARRIER_HEADERS: Readonly<Record<string, string>> = {
  "X-Twilio-AccountSid": "sip.twilio.accountSid",
  "X-Twilio-CallSid": "sip.twilio.callSid",
  "X-call_leg_id": "sip.telnyx.callLegID",
  "X-call_session_id": "sip.telnyx.callSessionID",
  "X-Amzn-ConnectContactId": "sip.amazon.contactId",
  "X-Amzn-ConnectInitialContactId": "sip.amazon.initialContactId",
  "X-Amzn-SourceAccount": "sip.amazon.sourceAccount",
  "X-Amzn-SourceArn": "sip.amazon.sourceArn",
  "X-Amzn-TargetArn": "sip.amazon.targetArn",
  "X-Lk-Test-Id": "lktest.id",
};

/** What only the SIP service knows of the call. */
export const CALL_TAG = "<tag>";
export const SIP_CALL_ID = "<sipCallID>";

type Headers = readonly (readonly [string, string])[];

/** Layer by layer, the later wins; what is empty in the end is not there. */
export function participantAttributes(answer: Answer, headers: Headers, status: CallStatus): StringMap {
  const attributes = new Map<string, string>(Object.entries(answer.participantAttributes ?? {}));
  for (const [name, text] of includedHeaders(answer, headers)) attributes.set(`sip.h.${name}`, text);
  for (const map of [CARRIER_HEADERS, answer.headersToAttributes ?? {}])
    for (const [header, attribute] of Object.entries(map)) {
      const text = headerNamed(headers, header);
      if (text !== undefined) attributes.set(attribute, text);
    }
  attributes.set("sip.callTag", CALL_TAG);
  attributes.set("sip.callIDFull", SIP_CALL_ID);
  attributes.set("sip.callStatus", status);
  return Object.fromEntries([...attributes].filter(([, text]) => text !== ""));
}

/** `include_headers`: those that begin with `X-`, or all. */
function includedHeaders({ includeHeaders }: Answer, headers: Headers): [string, string][] {
  if (includeHeaders === undefined) return [];
  return headers
    .map(([name, text]): [string, string] => [name.toLowerCase(), text])
    .filter(([name]) => includeHeaders !== "SIP_X_HEADERS" || name.startsWith("x-"));
}

function headerNamed(headers: Headers, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1];
}
