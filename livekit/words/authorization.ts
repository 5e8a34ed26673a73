/** Words for a token that is not accepted, or not enough. */
import type { Forbidden, Unauthorized } from "../outcome.ts";
import type { Explanation } from "./explain.ts";
import type { Target } from "./target.ts";

export function unauthorized({ reason, clockAhead }: Unauthorized, { isLoopback }: Target): Explanation {
  switch (reason) {
    case "wrong-secret":
      return {
        what: "The API secret does not belong to this API key.",
        advice:
          "Copy the secret again, all of it and without blanks. LiveKit Cloud shows a secret only once; if it is lost, make a new API key.",
        action: "credentials",
      };
    case "unknown-key":
      return {
        what: "The server does not know this API key.",
        advice: isLoopback
          ? "Check that the key stands under `keys` in the server's configuration; with `--dev` it is `devkey`."
          : "Check that key and address belong to the same project, and that the key was not deleted.",
        action: "credentials",
      };
    case "clock":
      return {
        what: `The server takes the token for one of another time${clockWords(clockAhead)}.`,
        advice:
          "Let this computer, and the server if it is yours, set their clocks by the network; a minute is tolerated.",
        action: "clock",
      };
    case "missing-credentials":
      return {
        what: "API key or secret is missing, so nothing was sent.",
        advice: "Enter both.",
        action: "credentials",
      };
    case "unexplained":
      return {
        what: "The server does not accept the token, and gives no reason that can be shown.",
        advice: "Check address, API key and secret of this project.",
        action: "credentials",
      };
  }
}

/** @param ahead seconds by which the server's clock is ahead of ours */
function clockWords(ahead: number | undefined): string {
  if (ahead === undefined || Math.abs(ahead) <= 60) return "";
  const minutes = Math.round(Math.abs(ahead) / 60);
  const amount =
    minutes < 120 ? `${minutes} minute${minutes === 1 ? "" : "s"}` : `${Math.round(minutes / 60)} hours`;
  return `: this computer's clock is ${amount} ${ahead > 0 ? "behind" : "ahead of"} the server's`;
}

export function forbidden({ grant, status, message = "" }: Forbidden): Explanation {
  if (status === 403 && message !== "")
    return {
      what: `The server forbids this: ${message}`,
      advice: permissionAdvice(grant),
      action: "permissions",
    };
  return {
    what: `The token was accepted, but it does not have the grant \`${grant}\`.`,
    advice: `${permissionAdvice(grant)} A proxy that takes the Authorization header away has the same effect.`,
    action: "permissions",
  };
}

function permissionAdvice(grant: string): string {
  return `Use an API key that may do this (\`${grant}\`).`;
}
