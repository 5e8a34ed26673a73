/** The deployed rule that a word on the command line means: its id, or its name. */
import type { DeployedRule } from "../../livekit/rules/deployed-rule.ts";
import { didYouMean } from "../../core/text/did-you-mean.ts";
import { visible } from "../../core/text/visible.ts";
import { Stopped, valueOf, type Session } from "./session.ts";

/** Ids that LiveKit makes (livekit/protocol, utils/guid, `SIPDispatchRulePrefix`). */
const ID = /^SDR_\w+$/;

/** Throws `Stopped` where there is none, or where a name means several. */
export async function findRule(word: string, session: Session): Promise<DeployedRule> {
  if (ID.test(word)) return valueOf(await session.client.rules.get(word), session);
  return ruleNamed(word, valueOf(await session.client.rules.list(), session), session);
}

/** Several at once, in the order of the words; each rule once. */
export async function findRules(
  words: readonly string[],
  session: Session,
): Promise<readonly DeployedRule[]> {
  const rules = valueOf(await session.client.rules.list(), session);
  return [...new Set(words.map((word) => ruleNamed(word, rules, session)))];
}

function ruleNamed(
  word: string,
  rules: readonly DeployedRule[],
  { project, projectOptions }: Session,
): DeployedRule {
  const byId = rules.find(({ id }) => id === word);
  if (byId) return byId;
  const [rule, ...others] = rules.filter(({ name }) => name === word);
  if (!rule) {
    const known = rules.flatMap(({ id, name }) => (name === "" ? [id] : [id, name]));
    throw new Stopped(
      `There is no dispatch rule "${visible(word)}" in project "${visible(project.name)}".${visible(didYouMean(word, known))} See: livekit-dispatch list${projectOptions}`,
      1,
      {
        kind: "notFound",
      },
    );
  }
  if (others.length === 0) return rule;
  const ids = [rule, ...others].map(({ id }) => id);
  throw new Stopped(
    `"${visible(word)}" is the name of ${ids.length} rules: ${visible(ids.join(", "))}. Give an id.`,
    1,
    {
      kind: "ambiguous",
      ids,
    },
  );
}
