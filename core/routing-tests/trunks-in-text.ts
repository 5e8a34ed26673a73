/** Inbound trunks out of JSON: what a list command prints, one trunk, an array of them, or a request that creates one. */
import { readJson } from "../json/reader.ts";
import { Kind, NONE, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { canonicalMessage } from "../protocol/canonical.ts";
import { decode } from "../protocol/decoder.ts";
import type { DecodeProblem } from "../protocol/decode-problem.ts";
import { decodeText, syntaxText } from "../protocol/livekit-text.ts";
import { messageNamed } from "../protocol/schema.ts";
import { readTrunk } from "../routing/input/read.ts";
import type { InboundTrunk } from "../routing/types.ts";

/** Something that was not taken into account; `reason` is a sentence without its full stop. */
export interface LeftOutTrunk {
  readonly reason: string;
  readonly start: number;
}

export interface TrunksInText {
  readonly trunks: readonly InboundTrunk[];
  /** Where each of them shows best: its id, or its name, or where it begins. */
  readonly places: readonly Range[];
  readonly leftOut: readonly LeftOutTrunk[];
}

const TRUNK = messageNamed("SIPInboundTrunkInfo");
/** Only an outbound trunk has such. */
const OUTBOUND = ["address", "transport", "destination_country", "destinationCountry"];

/** @param text JSON; what is no JSON gives no trunk and one reason */
export function trunksInText(text: string, hasRawBytes = false): TrunksInText {
  const tree = readJson(text, hasRawBytes);
  const problem = tree.problems[0];
  if (problem)
    return {
      trunks: [],
      places: [],
      leftOut: [{ reason: `it is no JSON: ${syntaxText(tree, problem)}`, start: problem.start }],
    };
  const trunks: InboundTrunk[] = [];
  const places: Range[] = [];
  const leftOut: LeftOutTrunk[] = [];
  for (const node of trunkNodes(tree)) {
    const reason = obstacle(tree, node);
    if (reason === undefined) {
      trunks.push(readTrunk(canonicalMessage(tree, node)).value);
      places.push(placeOf(tree, node));
    } else leftOut.push({ reason, start: tree.start(node) });
  }
  return { trunks, places, leftOut };
}

function placeOf(tree: JsonTree, node: Node): Range {
  for (const name of ["sip_trunk_id", "sipTrunkId", "name"]) {
    const key = tree.member(node, name);
    if (key !== NONE && tree.kind(key + 1) === Kind.String)
      return { start: tree.start(key + 1), end: tree.end(key + 1) };
  }
  return { start: tree.start(node), end: tree.start(node) + 1 };
}

function trunkNodes(tree: JsonTree): readonly Node[] {
  if (tree.kind(0) === Kind.Array) return tree.children(0);
  const items = tree.member(0, "items");
  if (items !== NONE && tree.kind(items + 1) === Kind.Array) return tree.children(items + 1);
  const wrapped = tree.member(0, "trunk");
  return [wrapped === NONE ? 0 : wrapped + 1];
}

/** Why it is no inbound trunk. A field that is not known may be a newer server's, so that alone is no reason. */
function obstacle(tree: JsonTree, node: Node): string | undefined {
  if (tree.kind(node) !== Kind.Object) return "an inbound trunk is an object";
  if (OUTBOUND.some((name) => tree.member(node, name) !== NONE))
    return "it is an outbound trunk, which takes no calls";
  const problems = decode(tree, node, TRUNK);
  const wrong = problems.find(({ isIgnoredByApi }) => !isIgnoredByApi);
  if (wrong) return `LiveKit could not read it: ${decodeText(tree, wrong)}`;
  return hasKnownField(tree, node, problems) ? undefined : "nothing in it is an inbound trunk's";
}

function hasKnownField(tree: JsonTree, node: Node, problems: readonly DecodeProblem[]): boolean {
  const unknown = new Set(problems.map((problem) => problem.node));
  return tree.children(node).some((key) => !unknown.has(key));
}
