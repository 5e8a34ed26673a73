/** What is known of something that has to be asked for. Imports no editor. */
import type { Failure } from "../../livekit/outcome.ts";
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import type { DeployedTrunk } from "../../livekit/trunk-service.ts";

/** `last`: what was known before. `readAt`: milliseconds since 1970. */
export type Load<T> =
  | { readonly kind: "unknown" }
  | { readonly kind: "loading"; readonly last?: T }
  | { readonly kind: "ready"; readonly value: T; readonly readAt: number }
  | { readonly kind: "failed"; readonly failure: Failure; readonly last?: T };

export interface DeployedState {
  readonly rules: readonly DeployedRule[];
  readonly trunks: readonly DeployedTrunk[];
}

/** The newest value that was ever read. */
export function latest<T>(load: Load<T>): T | undefined {
  if (load.kind === "ready") return load.value;
  return load.kind === "unknown" ? undefined : load.last;
}
