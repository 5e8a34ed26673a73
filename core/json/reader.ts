/**
 * Text to tree in one pass. Any text gives a tree: what is wrong is reported in the words of LiveKit's own
 * reader (protobuf-go, internal/encoding/json/decode.go) and read on as its author most likely meant it.
 * Up to the first problem the tree is exactly what LiveKit reads.
 *
 * The loop below is the hottest place of the product: it keeps its state in local variables and leaves
 * everything that is out of the ordinary to `Recovery`.
 */
import { skipBlank } from "./blank.ts";
import { NO_NAMES } from "./name-trie.ts";
import { Recovery, type Action } from "./recovery.ts";
import { hasBareExponent, scanNumber } from "./scan.ts";
import { State } from "./state.ts";
import { scanString } from "./scan-string.ts";
import type { SyntaxProblem } from "./syntax.ts";
import { Flag, JsonTree, Kind, STRIDE } from "./tree.ts";
import { FALSE, isShortEscape, literalEnd, NULL, Sort, sorts, TRUE } from "./unit-sorts.ts";
import { unitsOf } from "./units.ts";

/** One array for all documents while they are read; each keeps a copy of its own size. */
let scratch: number[] = [];
const LARGEST_KEPT = 1 << 22;
const NO_PROBLEMS: readonly SyntaxProblem[] = [];

/**
 * @param hasRawBytes as `decodeUtf8` says
 * @param names whose marks are left at the keys
 */
export function readJson(text: string, hasRawBytes = false, names = NO_NAMES): JsonTree {
  const length = text.length;
  const nodes = scratch;
  const { characters, others, marks, firsts } = names;
  const units = unitsOf(text);
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

  for (;;) {
    let unit = 0;
    for (; pos < length; pos++) {
      unit = units[pos]!;
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
    }
    if (pos >= length) break;

    // The ordinary way; each branch that is taken ends with `continue`.
    if (state === State.Separator) {
      if (unit === 0x2c && container >= 0) {
        comma = pos++;
        state = inObject ? State.Key : State.Item;
        continue;
      }
    } else if (unit === 0x22) {
      const isKey = state === State.Key || state === State.KeyOrEnd;
      const start = pos++;
      let named = 0;
      if (isKey) {
        named = firsts[units[pos]!]!;
        while (named !== 0) {
          unit = units[pos]!;
          if (characters[named] === unit) {
            if (unit === 0x22) break;
            named++;
            pos++;
          } else named = others[named]!;
        }
      }
      let flags = 0;
      if (named === 0 && !hasRawBytes)
        for (;;) {
          const sort = sorts[units[pos]!]!;
          if (sort < Sort.Backslash) {
            flags |= sort;
            pos++;
          } else if (sort === Sort.Backslash && isShortEscape(units[pos + 1]!)) {
            flags |= Flag.Escaped;
            pos += 2;
          } else break;
        }
      if (units[pos] === 0x22) pos++;
      else {
        recovery ??= new Recovery(text, hasRawBytes);
        const scanned = scanString(text, start, hasRawBytes, recovery.problems);
        flags = scanned.flags;
        pos = scanned.end;
      }
      nodes[top] = (isKey ? Kind.Key : Kind.String) | flags;
      nodes[top + 1] = start;
      nodes[top + 2] = pos;
      nodes[top + 3] = isKey ? marks[named]! : top / STRIDE + 1;
      top += STRIDE;
      if (!isKey) {
        state = State.Separator;
        continue;
      }
      if (units[pos] !== 0x3a) pos = skipBlank(text, pos);
      if (units[pos] === 0x3a) {
        pos++;
        state = State.Member;
        continue;
      }
      recovery ??= new Recovery(text, hasRawBytes);
      const hasValue = recovery.missingColon(start, pos);
      pos = recovery.pos;
      state = State.Member;
      if (hasValue) continue;
      nodes[top] = Kind.Missing;
      nodes[top + 1] = pos;
      nodes[top + 2] = pos;
      nodes[top + 3] = top / STRIDE + 1;
      top += STRIDE;
      state = State.Separator;
      continue;
    } else if (state <= State.Item || state === State.Member) {
      if (unit === 0x7b || unit === 0x5b) {
        inObject = unit === 0x7b;
        if (inObject) objects++;
        nodes[top] = inObject ? Kind.Object : Kind.Array;
        nodes[top + 1] = pos++;
        nodes[top + 2] = pos;
        nodes[top + 3] = container;
        container = top;
        top += STRIDE;
        state = inObject ? State.KeyOrEnd : State.ItemOrEnd;
        if (++level > depth) depth = level;
        continue;
      }
      let end = -1;
      let kind = Kind.Number;
      if ((unit >= 0x30 && unit <= 0x39) || unit === 0x2d) {
        end = scanNumber(text, pos);
        if (end >= 0 && hasBareExponent(text, end)) bareExponent = true;
      } else if (unit === 0x74) {
        end = literalEnd(units, pos, TRUE);
        kind = Kind.True;
      } else if (unit === 0x66) {
        end = literalEnd(units, pos, FALSE);
        kind = Kind.False;
      } else if (unit === 0x6e) {
        end = literalEnd(units, pos, NULL);
        kind = Kind.Null;
      }
      if (end >= 0) {
        nodes[top] = kind;
        nodes[top + 1] = pos;
        nodes[top + 2] = end;
        nodes[top + 3] = top / STRIDE + 1;
        top += STRIDE;
        pos = end;
        state = State.Separator;
        continue;
      }
    }

    // A container's end, or something odd.
    let action: Action;
    const isEnd =
      unit === 0x7d
        ? inObject && (state === State.Separator || state === State.KeyOrEnd)
        : unit === 0x5d &&
          !inObject &&
          container >= 0 &&
          (state === State.Separator || state === State.ItemOrEnd);
    if (isEnd) {
      pos++;
      action = "end";
    } else {
      recovery ??= new Recovery(text, hasRawBytes);
      recovery.comma = comma;
      const start = pos;
      action = recovery.act(pos, text.charCodeAt(pos), state, inObject, objects, level);
      pos = recovery.pos;
      if (action === "key" || action === "value" || action === "missing") {
        const isKey = action === "key";
        nodes[top] = isKey ? Kind.Key | Flag.Broken : action === "value" ? Kind.Invalid : Kind.Missing;
        nodes[top + 1] = action === "missing" ? pos : start;
        nodes[top + 2] = isKey ? recovery.tokenEnd : pos;
        nodes[top + 3] = isKey ? 0 : top / STRIDE + 1;
        top += STRIDE;
        state = isKey ? State.Member : State.Separator;
      } else if (action === "member") {
        nodes[top] = Kind.Key | Flag.Broken;
        nodes[top + 1] = pos;
        nodes[top + 2] = pos;
        nodes[top + 3] = 0;
        top += STRIDE;
        state = State.Member;
      } else if (action === "next") state = inObject ? State.Key : State.Item;
    }
    if (action === "end" || action === "close") {
      const parent = nodes[container + 3]!;
      if (action === "close") nodes[container] = nodes[container]! | Flag.Unclosed;
      nodes[container + 2] = pos;
      nodes[container + 3] = top / STRIDE;
      if (inObject) objects--;
      container = parent;
      inObject = container >= 0 && (nodes[container]! & 0xff) === Kind.Object;
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
      nodes[top + 3] = top / STRIDE + 1;
      top += STRIDE;
    }
    while (container >= 0) {
      const parent = nodes[container + 3]!;
      nodes[container] = nodes[container]! | Flag.Unclosed;
      nodes[container + 2] = length;
      nodes[container + 3] = top / STRIDE;
      container = parent;
    }
  }
  const own = nodes.slice(0, top);
  if (nodes.length > LARGEST_KEPT) scratch = [];
  return new JsonTree(text, own, recovery?.problems ?? NO_PROBLEMS, hasRawBytes, depth, bareExponent);
}
