/**
 * What a failure means, in words for the person who asked: which project and server, what happened, what to do. The
 * only place that turns one into text.
 */
import { effectOf, type Failure } from "../outcome.ts";
import { quotable } from "../redact.ts";
import { explainConnection } from "./connection.ts";
import { explainRefusal } from "./refusal.ts";
import type { Target } from "./target.ts";

/** What a button beside the text could do. */
export type Action =
  | "credentials"
  | "address"
  | "clock"
  | "permissions"
  | "document"
  | "list-rules"
  | "server"
  | "network"
  | "try-again"
  | "none";

/** Sentences without the name of the project. */
export interface Explanation {
  /** What happened. It continues `Project "x" (host): `. */
  readonly what: string;
  /** What to do about it; empty for nothing. */
  readonly advice: string;
  readonly action: Action;
}

export interface Words extends Explanation {
  /** All of it: project, host, what happened, what to do. */
  readonly text: string;
}

const MAY_BE_DONE =
  "What you asked for may have been done all the same: list the rules before you try again.";

export function explain(failure: Failure, target: Target): Words {
  const { what, advice: own, action } = explanationOf(failure, target);
  const isUncertain = effectOf(failure) === "unknown";
  const advice = isUncertain ? [own, MAY_BE_DONE].filter((part) => part !== "").join(" ") : own;
  const text = [`${placeName(target)}: ${what}`, advice].filter((part) => part !== "").join(" ");
  return { what, advice, action: isUncertain ? "list-rules" : action, text };
}

function explanationOf(failure: Failure, target: Target): Explanation {
  switch (failure.kind) {
    case "unauthorized":
    case "forbidden":
    case "notFound":
    case "conflict":
    case "rejected":
      return explainRefusal(failure, target);
    case "unreachable":
    case "timeout":
    case "protocol":
    case "cancelled":
      return explainConnection(failure, target);
  }
}

function placeName({ project, host }: Target): string {
  const name = `Project "${quotable(project)}"`;
  return host === "" ? name : `${name} (${host})`;
}
