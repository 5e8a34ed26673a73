/** Unknown fields about which more can be said than that they are unknown. */
import { renameKey, replaceNode, suggestedFix } from "../../fixes.ts";
import { Kind, NONE, type JsonTree } from "../../json/tree.ts";
import { keyOf } from "../../protocol/fields.ts";
import type { Fix } from "../../problem.ts";
import { fieldNamed } from "../../protocol/schema.ts";
import { named } from "../../text/show.ts";
import { escapeJsonText, minified } from "./json-in-string.ts";
import { parentOf } from "../../json/parents.ts";
import { AGENT, CALLEE, INDIVIDUAL } from "./rule-places.ts";
import { spell, spellingNear } from "./spelling.ts";
import type { UnknownKey } from "./unknown-field.ts";

export interface Particular {
  readonly message: string;
  readonly fixes: () => readonly Fix[];
}

const AGENT_METADATA = fieldNamed("RoomAgentDispatch.metadata");
const NO_RANDOMNESS = fieldNamed("SIPDispatchRuleIndividual.no_randomness");
const RANDOMIZE = fieldNamed("SIPDispatchRuleCallee.randomize");

export function particularFor(tree: JsonTree, key: UnknownKey): Particular | undefined {
  const name = tree.stringValue(key.node);
  if (key.message === INDIVIDUAL && name === "randomize") return randomizeOfCaller(tree, key);
  if (key.message === CALLEE && /^no_?randomness$/i.test(name)) return randomnessOfCallee(tree, key);
  if (key.message === AGENT && tree.kind(key.node + 1) === Kind.Object) return agentSettings(tree, key);
  return undefined;
}

/** sip/sip.go, `EvaluateDispatchRule`: an individual room ends with random characters unless `no_randomness`. */
function randomizeOfCaller(tree: JsonTree, { node }: UnknownKey): Particular {
  const object = parentOf(tree, node);
  const turnOff = spell(NO_RANDOMNESS, spellingNear(tree, object));
  return {
    message: `\`randomize\` is a field of callee rules. Rooms of individual callers end with random characters unless ${named(turnOff)} is true.`,
    fixes: () =>
      tree.kind(node + 1) === Kind.False && keyOf(tree, object, NO_RANDOMNESS) === NONE
        ? [
            suggestedFix(
              `Write ${named(turnOff)}`,
              renameKey(tree, node, turnOff),
              replaceNode(tree, node + 1, "true"),
            ),
          ]
        : [],
  };
}

/** A callee's room gets random characters only with `randomize`. */
function randomnessOfCallee(tree: JsonTree, { node }: UnknownKey): Particular {
  const object = parentOf(tree, node);
  return {
    message: `${named(tree.stringValue(node))} is a field of individual rules. Rooms of called numbers end with random characters only if \`randomize\` is true.`,
    fixes: () =>
      tree.kind(node + 1) === Kind.False && keyOf(tree, object, RANDOMIZE) === NONE
        ? [
            suggestedFix(
              "Write `randomize`",
              renameKey(tree, node, "randomize"),
              replaceNode(tree, node + 1, "true"),
            ),
          ]
        : [],
  };
}

/** What an agent is to know reaches it as the metadata of its job. */
function agentSettings(tree: JsonTree, { node }: UnknownKey): Particular {
  const object = parentOf(tree, node);
  const name = tree.stringValue(node);
  return {
    message: `LiveKit knows no field ${named(name)} of an agent. What the agent needs to know goes into its \`metadata\`, as a string.`,
    fixes: () => {
      if (keyOf(tree, object, AGENT_METADATA) !== NONE || tree.problems.length > 0) return [];
      const member = `{${minified(tree.text.slice(tree.start(node), tree.end(node + 1)))}}`;
      const range = { start: tree.start(node), end: tree.end(node + 1) };
      return [
        suggestedFix("Write it into `metadata`", {
          ...range,
          newText: `"metadata": "${escapeJsonText(member)}"`,
        }),
      ];
    },
  };
}
