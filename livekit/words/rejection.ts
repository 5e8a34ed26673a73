/** Words for a request that is refused as such. */
import type { Place, Rejected } from "../outcome.ts";
import type { Explanation } from "./explain.ts";

export function rejected({ reason, message, explanation, place, status }: Rejected): Explanation {
  switch (reason) {
    case "not-sent":
      return { what: `Nothing was sent. ${message}${at(place)}`, advice: "", action: "document" };
    case "malformed":
      return explanation === undefined
        ? {
            what: "LiveKit could not read the request and does not say why; nothing is wrong with it as far as we can see.",
            advice: "The server may be older or newer than the messages that we know.",
            action: "document",
          }
        : {
            what: `LiveKit could not read the request: ${explanation}${at(place)}.`,
            advice: "",
            action: "document",
          };
    case "invalid":
      return {
        what: `LiveKit refuses the request: ${message || `status ${status ?? 0}`}.`,
        advice: "",
        action: "document",
      };
    case "no-redis":
      return {
        what: "This server runs without Redis, and without it LiveKit has no SIP.",
        advice: "Start Redis and name it in the server's configuration (`redis: address: …`).",
        action: "server",
      };
    case "store":
      return {
        what: `The server cannot reach its store: ${message}.`,
        advice: "Check that its Redis is running.",
        action: "server",
      };
    case "too-large":
      return {
        what: "The request is too large for the server.",
        advice: "Shorten the rule; LiveKit takes 10 MiB.",
        action: "document",
      };
    case "too-many":
      return {
        what: "The server has had too many requests.",
        advice: "Wait a moment, then try again.",
        action: "try-again",
      };
    case "server":
      return {
        what: `The server failed${message === "" ? ` with status ${status ?? 500}` : `: ${message}`}.`,
        advice: "Look into its log.",
        action: "server",
      };
  }
}

function at(place: Place | undefined): string {
  return place ? ` (line ${place.line}, column ${place.column})` : "";
}
