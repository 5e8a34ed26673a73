/** What a new member starts with: the value that most authors want there, with places to fill in. */
import { fieldNamed, type Field } from "../../protocol/schema.ts";
import type { Facts } from "../facts.ts";
import { samplesFor } from "./samples.ts";
import { choice, inQuotes, plain, type Sketch } from "./snippet.ts";

const RULE = fieldNamed("SIPDispatchRuleInfo.rule");
const ROOM_NAME = fieldNamed("SIPDispatchRuleDirect.room_name");
const CALLER_PREFIX = fieldNamed("SIPDispatchRuleIndividual.room_prefix");
const CALLEE_PREFIX = fieldNamed("SIPDispatchRuleCallee.room_prefix");
const AGENTS = fieldNamed("RoomConfiguration.agents");
const AGENT_NAME = fieldNamed("RoomAgentDispatch.agent_name");
const CODEC_NAME = fieldNamed("SIPCodec.name");
const CODEC_RATE = fieldNamed("SIPCodec.rate");

type Make = (facts: Facts, stop: number) => Sketch;

const agent: Make = ({ agentNames = [] }, stop) => ({
  members: [[AGENT_NAME, `"${choice(stop, agentNames.map(inQuotes))}"`]],
});
const withRoom =
  (field: Field): Make =>
  (_, stop) => ({ members: [[field, sampleIn(field, stop)]] });
const codec: Make = (_, stop) => ({
  members: [
    [CODEC_NAME, sampleIn(CODEC_NAME, stop)],
    [CODEC_RATE, sampleIn(CODEC_RATE, stop + 1)],
  ],
});

/** Values and items of messages that start with more than empty braces. */
const OBJECTS: Readonly<Record<string, Make>> = {
  "livekit.SIPDispatchRuleInfo": () => ({ members: [[RULE, { members: [] }]] }),
  "livekit.SIPDispatchRuleDirect": withRoom(ROOM_NAME),
  "livekit.SIPDispatchRuleIndividual": withRoom(CALLER_PREFIX),
  "livekit.SIPDispatchRuleCallee": withRoom(CALLEE_PREFIX),
  "livekit.RoomConfiguration": (facts, stop) => ({ members: [[AGENTS, { item: agent(facts, stop) }]] }),
  "livekit.RoomAgentDispatch": agent,
  "livekit.SIPCodec": codec,
};

/** @param stop number of the first place to fill in */
export function sketchOf(field: Field, facts: Facts, stop = 1): Sketch {
  if (field.isMap) return `{"$${stop}": "$${stop + 1}"}`;
  return field.isList ? { item: itemSketch(field, facts, stop) } : itemSketch(field, facts, stop);
}

/** A single value of the field, or one item of its list. */
export function itemSketch(field: Field, facts: Facts, stop = 1): Sketch {
  if (field.type) return OBJECTS[field.type.name]?.(facts, stop) ?? { members: [] };
  if (field.kind === "bool") return choice(stop, ["true", "false"]);
  if (samplesFor(field).length > 0) return sampleIn(field, stop);
  switch (field.kind) {
    case "string":
    case "bytes":
    case "enum":
    case "message":
      return `"$${stop}"`;
    default:
      return `\${${stop}:0}`;
  }
}

/** The first sample, to be typed over: `"${1:call-}"`. */
function sampleIn(field: Field, stop: number): string {
  const text = samplesFor(field)[0]?.text ?? '""';
  if (text === '""') return `"$${stop}"`;
  return text.startsWith('"') ? `"\${${stop}:${plain(text.slice(1, -1))}}"` : `\${${stop}:${text}}`;
}

/** Whether a new value is left empty where completion has more to offer. */
export function leavesMuchOpen(sketch: Sketch): boolean {
  if (typeof sketch === "string") return false;
  if ("item" in sketch) return leavesMuchOpen(sketch.item);
  return sketch.members.length === 0 || sketch.members.some(([, value]) => leavesMuchOpen(value));
}
