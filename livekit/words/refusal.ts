/** Words for what LiveKit refuses. */
import type { Conflict, Forbidden, NotFound, Rejected, Unauthorized } from "../outcome.ts";
import { forbidden, unauthorized } from "./authorization.ts";
import type { Explanation } from "./explain.ts";
import { rejected } from "./rejection.ts";
import type { Target } from "./target.ts";

export function explainRefusal(
  failure: Unauthorized | Forbidden | NotFound | Conflict | Rejected,
  target: Target,
): Explanation {
  switch (failure.kind) {
    case "unauthorized":
      return unauthorized(failure, target);
    case "forbidden":
      return forbidden(failure);
    case "notFound":
      return {
        what: `There is no ${failure.what}${failure.id === "" ? "" : ` ${failure.id}`}.`,
        advice: "It may have been deleted meanwhile, or belong to another project: list what is there.",
        action: "list-rules",
      };
    case "conflict":
      return conflict(failure);
    case "rejected":
      return rejected(failure);
  }
}

function conflict({ message, rule }: Conflict): Explanation {
  if (rule)
    return {
      what: `The dispatch rule ${rule.id}${rule.name === "" ? "" : ` "${rule.name}"`} already takes the same trunk, numbers and PIN.`,
      advice: "Change the trunk, a number or the PIN, or update that rule.",
      action: "list-rules",
    };
  if (!message.startsWith("Dispatch rule"))
    return {
      what: `The server reports a conflict: ${message}`,
      advice: "List what is there, then try again.",
      action: "list-rules",
    };
  return {
    what: "A stored dispatch rule already takes the same trunk, numbers and PIN; LiveKit does not say which.",
    advice:
      "Compare with the stored rules. A trunk or number that stands in this rule twice has the same effect.",
    action: "list-rules",
  };
}
