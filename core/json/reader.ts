/**
 * Text to tree in one pass. Any text gives a tree: what is wrong is reported in the words of LiveKit's own
 * reader (protobuf-go, internal/encoding/json/decode.go) and read on as its author most likely meant it.
 * Up to the first problem the tree is exactly what LiveKit reads.
 *
 * The loop below is the hottest place of the product: it keeps its state in local variables and leaves
 * everything that is out of the ordinary to `Recovery`.
 */
import { isBlank, skipBlank } from "./blank.ts";
import { firstOf, NO_NAMES } from "./name-trie.ts";
import { plainEnd, plainFlags } from "./plain-string.ts";
import { Recovery } from "./recovery.ts";
import { hasBareExponent, scanNumber } from "./scan.ts";
import { copied, grow, limitOf, scratchNodes } from "./scratch.ts";
import { State } from "./state.ts";
import type { SyntaxProblem } from "./syntax.ts";
import { Flag, JsonTree, Kind, Layout } from "./tree.ts";
import { Word, wordEnd } from "./unit-sorts.ts";
import { unitsOf } from "./units.ts";

const NO_PROBLEMS: readonly SyntaxProblem[] = [];

/**
 * @param hasRawBytes as `decodeUtf8` says
 * @param names whose marks are left at the keys
 */
export function readJson(text: string, hasRawBytes = false, names = NO_NAMES): JsonTree {
  const length = text.length;
  const nodes = scratchNodes();
  const { blocks, masks, rests, others, marks, firsts } = names;
  const { units, words } = unitsOf(text);
  let recovery: Recovery | undefined;
  let top = 0;
  // The innermost open container as a place in `nodes`; while it is open, its last number names its parent.
  let container = -1;
  let inObject = false;
  let level = 0;
  let objects = 0;
  let depth = 0;
  let state = State.Root as State;
  let pos = 0;
  let comma = 0;
  let bareExponent = false;
  let limit = limitOf(nodes);
  let allFlags = 0;

  for (;;) {
    if (top > limit) limit = grow(nodes);
    let unit = units[pos]!;
    while (unit <= 0x20 && isBlank(unit)) unit = units[++pos]!;

    // The ordinary way: a comma, a key with its colon, and then a value.
    if (state === State.Separator && unit === 0x2c && container >= 0) {
      comma = pos++;
      state = inObject ? State.Key : State.Item;
      unit = units[pos]!;
      while (unit <= 0x20 && isBlank(unit)) unit = units[++pos]!;
    }
    if (unit === 0x22 && (state === State.Key || state === State.KeyOrEnd)) {
      const start = pos++;
      let named = firsts[firstOf(units[pos]!, units[pos + 1]!)]!;
      while (named !== 0) {
        if (((words.getInt32(pos, true) ^ blocks[named]!) & masks[named]!) !== 0) named = others[named]!;
        else if (marks[named] === 0) {
          named++;
          pos += 4;
        } else {
          pos += rests[named]!;
          break;
        }
      }
      // Behind a name that is known stands its quote.
      let end = named !== 0 ? pos + 1 : hasRawBytes ? -1 : plainEnd(units, pos);
      let flags = named !== 0 ? 0 : plainFlags;
      if (end < 0) {
        recovery ??= new Recovery(text, hasRawBytes);
        flags = recovery.string(start);
        end = recovery.pos;
      }
      pos = end;
      allFlags |= flags;
      nodes[top] = Kind.Key | flags;
      nodes[top + 1] = start;
      nodes[top + 2] = pos;
      nodes[top + 3] = marks[named]!;
      top += Layout.Stride;
      state = State.Member;
      if (units[pos] !== 0x3a) pos = skipBlank(text, pos);
      if (units[pos] !== 0x3a) {
        recovery ??= new Recovery(text, hasRawBytes);
        const hasValue = recovery.missingColon(start, pos);
        pos = recovery.pos;
        if (hasValue) continue;
        nodes[top] = Kind.Missing;
        nodes[top + 1] = pos;
        nodes[top + 2] = pos;
        nodes[top + 3] = top / Layout.Stride + 1;
        top += Layout.Stride;
        state = State.Separator;
        continue;
      }
      unit = units[++pos]!;
      while (unit <= 0x20 && isBlank(unit)) unit = units[++pos]!;
    }
    if (state <= State.Member) {
      if (unit === 0x22) {
        const start = pos++;
        let end = hasRawBytes ? -1 : plainEnd(units, pos);
        let flags = plainFlags;
        if (end < 0) {
          recovery ??= new Recovery(text, hasRawBytes);
          flags = recovery.string(start);
          end = recovery.pos;
        }
        pos = end;
        allFlags |= flags;
        nodes[top] = Kind.String | flags;
        nodes[top + 1] = start;
        nodes[top + 2] = pos;
        nodes[top + 3] = top / Layout.Stride + 1;
        top += Layout.Stride;
        state = State.Separator;
        continue;
      }
      if (unit === 0x7b || unit === 0x5b) {
        inObject = unit === 0x7b;
        if (inObject) objects++;
        nodes[top] = inObject ? Kind.Object : Kind.Array;
        nodes[top + 1] = pos++;
        nodes[top + 2] = pos;
        nodes[top + 3] = container;
        container = top;
        top += Layout.Stride;
        state = inObject ? State.KeyOrEnd : State.ItemOrEnd;
        if (++level > depth) depth = level;
        continue;
      }
      let end = -1;
      let kind = Kind.Number;
      if ((unit >= 0x30 && unit <= 0x39) || unit === 0x2d) {
        end = scanNumber(text, pos);
        if (end >= 0 && hasBareExponent(text, end)) bareExponent = true;
      } else if (unit === 0x66 && words.getInt32(pos + 1, true) === Word.Alse) {
        end = wordEnd(units, pos + 5);
        kind = Kind.False;
      } else if (unit === 0x74 && words.getInt32(pos, true) === Word.True) {
        end = wordEnd(units, pos + 4);
        kind = Kind.True;
      } else if (unit === 0x6e && words.getInt32(pos, true) === Word.Null) {
        end = wordEnd(units, pos + 4);
        kind = Kind.Null;
      }
      if (end >= 0) {
        nodes[top] = kind;
        nodes[top + 1] = pos;
        nodes[top + 2] = end;
        nodes[top + 3] = top / Layout.Stride + 1;
        top += Layout.Stride;
        pos = end;
        state = State.Separator;
        continue;
      }
    }

    // A container's end, the text's end, or something odd.
    let isClosed =
      unit === 0x7d
        ? inObject && (state === State.Separator || state === State.KeyOrEnd)
        : unit === 0x5d &&
          !inObject &&
          container >= 0 &&
          (state === State.Separator || state === State.ItemOrEnd);
    if (isClosed) pos++;
    else if (pos >= length) break;
    else {
      recovery ??= new Recovery(text, hasRawBytes);
      recovery.comma = comma;
      const start = pos;
      const action = recovery.act(pos, text.charCodeAt(pos), state, inObject, objects, level);
      pos = recovery.pos;
      if (action === "key" || action === "value" || action === "missing") {
        const isKey = action === "key";
        if (isKey) allFlags |= Flag.Broken;
        nodes[top] = isKey ? Kind.Key | Flag.Broken : action === "value" ? Kind.Invalid : Kind.Missing;
        nodes[top + 1] = action === "missing" ? pos : start;
        nodes[top + 2] = isKey ? recovery.tokenEnd : pos;
        nodes[top + 3] = isKey ? 0 : top / Layout.Stride + 1;
        top += Layout.Stride;
        state = isKey ? State.Member : State.Separator;
      } else if (action === "member") {
        allFlags |= Flag.Broken;
        nodes[top] = Kind.Key | Flag.Broken;
        nodes[top + 1] = pos;
        nodes[top + 2] = pos;
        nodes[top + 3] = 0;
        top += Layout.Stride;
        state = State.Member;
      } else if (action === "next") state = inObject ? State.Key : State.Item;
      else if (action !== "skip") {
        isClosed = true;
        if (action === "close") nodes[container] = nodes[container]! | Flag.Unclosed;
      }
    }
    if (isClosed) {
      const parent = nodes[container + 3]!;
      nodes[container + 2] = pos;
      nodes[container + 3] = top / Layout.Stride;
      if (inObject) objects--;
      container = parent;
      inObject = container >= 0 && (nodes[container]! & Layout.KindBits) === Kind.Object;
      level--;
      state = State.Separator;
    }
  }

  if (state !== State.Separator || container >= 0) {
    recovery ??= new Recovery(text, hasRawBytes);
    recovery.atEnd(state, container < 0 ? -1 : nodes[container + 1]!);
    if (state === State.Member || top === 0) {
      nodes[top] = Kind.Missing;
      nodes[top + 1] = length;
      nodes[top + 2] = length;
      nodes[top + 3] = top / Layout.Stride + 1;
      top += Layout.Stride;
    }
    while (container >= 0) {
      const parent = nodes[container + 3]!;
      nodes[container] = nodes[container]! | Flag.Unclosed;
      nodes[container + 2] = length;
      nodes[container + 3] = top / Layout.Stride;
      container = parent;
    }
  }
  return new JsonTree(
    text,
    copied(nodes, top),
    recovery?.problems ?? NO_PROBLEMS,
    hasRawBytes,
    depth,
    bareExponent,
    allFlags,
  );
}
