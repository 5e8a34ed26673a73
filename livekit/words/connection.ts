/** Words for a server that cannot be reached, or that is none of LiveKit's. */
import type { Cancelled, ProtocolFailure, TimedOut, Unreachable } from "../outcome.ts";
import type { Explanation } from "./explain.ts";
import type { Target } from "./target.ts";

export function explainConnection(
  failure: Unreachable | TimedOut | ProtocolFailure | Cancelled,
  target: Target,
): Explanation {
  switch (failure.kind) {
    case "unreachable":
      return unreachable(failure, target);
    case "timeout":
      return {
        what: `No answer within ${failure.milliseconds / 1000} seconds.`,
        advice: "Check the network and whether the server is running.",
        action: "network",
      };
    case "protocol":
      return protocol(failure);
    case "cancelled":
      return {
        what: failure.effect === "none" ? "Cancelled; nothing was changed by it." : "Cancelled.",
        advice: "",
        action: "none",
      };
  }
}

const ADDRESS_PROBLEMS: Readonly<Record<string, string>> = {
  empty: "No address is set for this project.",
  scheme: "The address begins with something else than `https`, `http`, `wss` or `ws`.",
  credentials: "The address holds a user name or password.",
  "not-an-address": "The address is none.",
  "blocked-port": "Browsers, and Node with them, open no connection to this port.",
};

function unreachable({ reason, detail = "" }: Unreachable, { host, isLoopback }: Target): Explanation {
  const code = detail === "" ? "" : ` (${detail})`;
  switch (reason) {
    case "address":
      return {
        what: ADDRESS_PROBLEMS[detail] ?? "The address cannot be used.",
        advice: "Write it as `https://my-project.livekit.cloud` or `http://localhost:7880`.",
        action: "address",
      };
    case "dns":
      return {
        what: `There is no such host: ${host}${code}.`,
        advice: "Check the spelling of the address, and the network.",
        action: "address",
      };
    case "refused":
      return {
        what: `Nothing answers there${code}.`,
        advice: isLoopback
          ? "Start the server, or check the port; LiveKit's own is 7880."
          : "Check the address and its port, and whether a firewall or VPN stands in between.",
        action: "network",
      };
    case "reset":
      return {
        what: `The connection was closed without an answer${code}.`,
        advice:
          "Check that the port belongs to LiveKit and that `http` and `https` are not mixed up; then try again.",
        action: "try-again",
      };
    case "tls":
      return {
        what: `The encrypted connection could not be made${code}.`,
        advice: tlsAdvice(detail),
        action: "address",
      };
    case "not-http":
      return {
        what: `What answers there does not speak HTTP${code}.`,
        advice: "Check the port, and that `http` and `https` are not mixed up.",
        action: "address",
      };
    case "proxy":
      return {
        what: `A proxy in between refuses the connection${code}.`,
        advice: "Check the proxy's settings and its user name and password.",
        action: "network",
      };
    case "gateway":
      return {
        what: `A gateway answers in the server's place (status ${detail}): LiveKit itself is not to be reached.`,
        advice: "Wait a moment, then try again; if it stays so, check the server.",
        action: "try-again",
      };
    case "unexplained":
      return {
        what: `The server could not be reached${code}.`,
        advice: "Check the address, the network and the proxy. A browser does not say more than this.",
        action: "network",
      };
  }
}

function tlsAdvice(code: string): string {
  if (/EXPIRED|NOT_YET/.test(code))
    return "The server's certificate is not valid today: renew it, or set the clock.";
  if (/ALTNAME|HOSTNAME/.test(code))
    return "The certificate is for another name: use the name that it is for.";
  if (/WRONG_VERSION|PACKET_LENGTH|EPROTO/.test(code))
    return "The port speaks plain `http`: write `http://` if that is meant.";
  return "The certificate is not from an authority that this computer knows. Add that authority to the system, or for Node to `NODE_EXTRA_CA_CERTS`.";
}

function protocol({ reason, status, detail = "" }: ProtocolFailure): Explanation {
  const notLiveKit = "Check that the address is that of the LiveKit server itself, without a path.";
  switch (reason) {
    case "html":
      return {
        what: "A web page came back instead of LiveKit's answer.",
        advice: `${notLiveKit} A login page of a proxy or of a Wi-Fi network looks the same.`,
        action: "address",
      };
    case "not-json":
      return { what: "The answer is no JSON.", advice: notLiveKit, action: "address" };
    case "cut-off":
      return {
        what: "The answer was cut off.",
        advice:
          "Try again; if it stays so, look for what closes the connection: a proxy, or the server's log.",
        action: "try-again",
      };
    case "unexpected":
      return {
        what: `The answer is none that LiveKit gives (status ${status}).`,
        advice: notLiveKit,
        action: "address",
      };
    case "redirect":
      return {
        what: `The server sends us elsewhere${detail === "" ? "" : `: to ${detail}`} (status ${status}). A request with a token does not follow.`,
        advice: "Enter the final address.",
        action: "address",
      };
    case "path":
      return {
        what: `LiveKit's API is not at this address (status ${status}).`,
        advice: notLiveKit,
        action: "address",
      };
    case "call":
      return {
        what: `The server does not know the call ${detail}.`,
        advice: "It may be too old for it, or have SIP switched off.",
        action: "server",
      };
  }
}
