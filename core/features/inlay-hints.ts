/** What a file does not say but does: the room that comes out, what an empty value means, units, names of numbers. */
import { nodeBefore } from "../json/node-at.ts";
import type { RuleDocument } from "../document.ts";
import { Kind, type JsonTree, type Node } from "../json/tree.ts";
import type { Range } from "../problem.ts";
import { fieldOf } from "../protocol/fields.ts";
import type { Field } from "../protocol/schema.ts";
import { RANDOM_PART } from "../routing/answer/room.ts";
import { memberOf, type KindView, type RuleView } from "../rules/rule-view.ts";
import { shown } from "../text/show.ts";
import { insideText } from "./node-around.ts";
import { previewRoom } from "./preview.ts";

/** Each can be turned off by itself. */
export const HINT_KINDS = ["room", "default", "unit"] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** What each is, in the settings. */
export const HINT_WORDS: Readonly<Record<HintKind, string>> = {
  room: "The name of the room in which a call ends.",
  default: "What an empty or missing value means.",
  unit: "Units, and the names of numbers.",
};

export interface InlayHint {
  /** Behind which the hint is shown. */
  readonly offset: number;
  readonly label: string;
  readonly kind: HintKind;
  readonly tooltip: string | undefined;
}

const LONGEST_ROOM = 60;

/** What empty lists and strings of a rule mean. */
const EMPTY: Readonly<Record<string, string>> = {
  trunk_ids: "calls of every trunk",
  inbound_numbers: "any caller",
  numbers: "any called number",
};

/** In what LiveKit counts, where the field's name does not say it. */
export const UNITS: Readonly<Record<string, string>> = {
  "RoomConfiguration.empty_timeout": "s",
  "RoomConfiguration.departure_timeout": "s",
  "RoomConfiguration.min_playout_delay": "ms",
  "RoomConfiguration.max_playout_delay": "ms",
  "SegmentedFileOutput.segment_duration": "s",
  "ImageOutput.capture_interval": "s",
  "EncodingOptions.audio_bitrate": "kbit/s",
  "EncodingOptions.video_bitrate": "kbit/s",
  "EncodingOptions.key_frame_interval": "s",
};

/** The hints in a part of a document, in document order. */
export function inlayHints(
  document: RuleDocument,
  range: Range,
  kinds: readonly HintKind[] = HINT_KINDS,
): readonly InlayHint[] {
  const { tree } = document;
  const { start, end } = insideText(tree.text, range);
  const hints: InlayHint[] = [];
  for (const rule of document.rules) {
    if (tree.end(rule.node) < start || tree.start(rule.node) > end) continue;
    hints.push(...ruleHints(rule));
  }
  for (let node = Math.max(0, nodeBefore(tree, start)); node < tree.size && tree.start(node) <= end; node++)
    hints.push(...unitHints(tree, node));
  return joined(
    hints
      .filter(({ offset, kind }) => kinds.includes(kind) && offset >= start && offset <= end)
      .sort((a, b) => a.offset - b.offset),
  );
}

/** Editors put the hints of one place beside each other, where they would read as one sentence. */
function joined(hints: readonly InlayHint[]): InlayHint[] {
  const places: InlayHint[] = [];
  for (const hint of hints) {
    const last = places.at(-1);
    if (last?.offset !== hint.offset) places.push(hint);
    else
      places[places.length - 1] = {
        ...last,
        label: `${last.label} · ${hint.label.replace(/^— /, "")}`,
        tooltip: last.tooltip ?? hint.tooltip,
      };
  }
  return places;
}

function* ruleHints(rule: RuleView): Generator<InlayHint> {
  const { tree, kind } = rule;
  for (const [name, words] of Object.entries(EMPTY)) {
    const list = rule.get(name);
    if (list && tree.kind(list.value) === Kind.Array && tree.next(list.value) === list.value + 1)
      yield behind(tree, list.value, words);
  }
  for (const view of rule.kinds)
    if (view.pin && tree.raw(view.pin.value) === '""') yield behind(tree, view.pin.value, "no PIN");
  if (!kind || tree.kind(kind.value) !== Kind.Object) return;
  yield* roomHint(rule, kind);
  yield* sharingHint(tree, kind);
}

/** The room of a direct rule is what its name says. */
function* roomHint(rule: RuleView, { kind, room, value }: KindView): Generator<InlayHint> {
  const { tree } = rule;
  const name = previewRoom(rule);
  if (kind === "direct" || name === "" || (room && tree.kind(room.value) !== Kind.String)) return;
  const short = name.endsWith(RANDOM_PART) ? `${name.slice(0, -RANDOM_PART.length)}…` : name;
  yield {
    offset: tree.end(room ? room.value : value),
    label: `→ ${shown(short, LONGEST_ROOM)}`,
    kind: "room",
    tooltip: `The room of such a call: ${shown(name, 300)}`,
  };
}

function* sharingHint(tree: JsonTree, kind: KindView): Generator<InlayHint> {
  const flag = memberOf(tree, kind.value, kind.kind === "individual" ? "no_randomness" : "randomize");
  const isTrue = flag && tree.kind(flag.value) === Kind.True;
  if (kind.kind === "individual" && isTrue)
    yield behind(tree, flag.value, "all calls of one caller share a room");
  if (kind.kind !== "callee" || isTrue) return;
  const words = "callers share a room";
  if (flag) {
    if (tree.kind(flag.value) === Kind.False) yield behind(tree, flag.value, words);
    return;
  }
  const [last] = tree.children(kind.value).slice(-1);
  // In an object without members, the hint about the room stands behind it already.
  const place = last === undefined ? kind.value : last + 1;
  yield { ...behind(tree, place, words), label: `randomize: false — ${words}` };
}

function behind(tree: JsonTree, node: Node, words: string): InlayHint {
  return { offset: tree.end(node), label: `— ${words}`, kind: "default", tooltip: undefined };
}

function* unitHints(tree: JsonTree, key: Node): Generator<InlayHint> {
  const field = tree.kind(key) === Kind.Key ? fieldOf(tree, key) : undefined;
  if (!field || tree.kind(key + 1) !== Kind.Number) return;
  const label = field.enumType ? enumName(field, tree.raw(key + 1)) : unitOf(field);
  if (label !== undefined) yield { offset: tree.end(key + 1), label, kind: "unit", tooltip: undefined };
}

function unitOf(field: Field): string | undefined {
  return UNITS[`${field.message.name.replace("livekit.", "")}.${field.name}`];
}

/** LiveKit takes the number of an enum's value as well as its name. */
function enumName(field: Field, raw: string): string | undefined {
  for (const [name, number] of field.enumType?.values ?? []) if (String(number) === raw) return name;
  return undefined;
}
