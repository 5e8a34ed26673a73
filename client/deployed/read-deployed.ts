/** Reads rules and trunks of a project at the same time. Imports no editor. */
import type { LiveKitClient } from "../../livekit/client.ts";
import { prepare } from "./rule-picture.ts";
import { latest, type DeployedState, type Load } from "./load.ts";
import { STOPPED } from "./requests.ts";

export const UNKNOWN: Load<DeployedState> = { kind: "unknown" };

/**
 * @param before what was known: it stays when nobody waits any more, and stands beside a failure
 * @returns the same object for an answer that says the same, so that what was made of it need not be made again
 */
export async function readDeployed(
  { rules, inboundTrunks }: Pick<LiveKitClient, "rules" | "inboundTrunks">,
  before: Load<DeployedState>,
  signal: AbortSignal,
): Promise<Load<DeployedState>> {
  const [ruleList, trunkList] = await Promise.all([
    rules.list({}, { signal }),
    inboundTrunks.list({ signal }),
  ]);
  const last = latest(before);
  if (ruleList.ok && trunkList.ok) {
    const value = { rules: ruleList.value, trunks: trunkList.value };
    if (last && isSame(last, value)) return { kind: "ready", value: last, readAt: Date.now() };
    await prepare(value);
    return { kind: "ready", value, readAt: Date.now() };
  }
  const failures = [ruleList, trunkList].flatMap((outcome) => (outcome.ok ? [] : [outcome.failure]));
  const isStopped = signal.reason === STOPPED;
  const failure = failures.find(({ kind }) => kind !== "cancelled" || isStopped);
  return failure ? { kind: "failed", failure, ...(last && { last }) } : before;
}

function isSame(one: DeployedState, other: DeployedState): boolean {
  return (
    one.rules.length === other.rules.length &&
    one.rules.every(({ text }, index) => text === other.rules[index]?.text) &&
    JSON.stringify(one.trunks) === JSON.stringify(other.trunks)
  );
}
