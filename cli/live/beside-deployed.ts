/** Stops a command where LiveKit would refuse its request because of the rules that are deployed. */
import type { DispatchRule } from "../../core/routing/types.ts";
import {
  createBeside,
  readDeployed,
  updateBeside,
  type BesideDeployed,
} from "../../livekit/rules/beside-deployed.ts";
import { quoted } from "../../core/text/show.ts";
import { visible } from "../../core/text/visible.ts";
import type { RuleFile } from "./rule-file.ts";
import { Stopped, valueOf, type Session } from "./session.ts";

/** LiveKit holds a new rule against all others, and here each file against those before it as well. */
export async function checkCreate(files: readonly RuleFile[], session: Session): Promise<void> {
  const rules = await deployedRules(session);
  for (const { input, text } of files) {
    const beside = createBeside(rules, text);
    if (beside.kind !== "accepted") throw refused(input.name, beside, wayOut(beside));
    rules.push({ ...beside.stored, sipDispatchRuleId: `<${input.name}>` });
  }
}

/**
 * @param body the request
 * @param name of the file
 */
export async function checkUpdate(body: string, name: string, session: Session): Promise<void> {
  const beside = updateBeside(await deployedRules(session), body);
  if (beside.kind !== "accepted") throw refused(name, beside);
}

async function deployedRules(session: Session): Promise<DispatchRule[]> {
  return readDeployed(valueOf(await session.client.rules.list(), session));
}

type Refused = Exclude<BesideDeployed, { kind: "accepted" }>;

function refused(name: string, { kind, text }: Refused, wayOut = ""): Stopped {
  if (kind === "blocks")
    return new Stopped(
      `${name}: nothing was sent. LiveKit does not check a rule that leaves all its trunks, and would store it; but then two rules claim the same calls, and no rule can be created any more: ${visible(text)}`,
      1,
      { kind: "conflict", livekit: text },
    );
  return new Stopped(
    `${name}: LiveKit refuses this rule; nothing was sent. It would answer: ${visible(text)}${wayOut}`,
    1,
    {
      kind,
      livekit: text,
    },
  );
}

/** LiveKit names one of the two rules, which may be the new one. */
function wayOut({ kind, other }: Refused): string {
  if (kind !== "conflict" || !other) return "";
  const title = other.name === "" ? "" : ` ${quoted(other.name)}`;
  return `\n${visible(other.id)}${title} takes these calls already: update it, or give the new rule trunks, numbers or a PIN of its own.`;
}
