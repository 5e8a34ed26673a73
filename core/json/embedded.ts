/**
 * Is the value of a JSON string itself JSON? Looked at without resolving the string's escapes, because metadata
 * is checked on every keystroke and nearly always is what it should be.
 */

/** What may come next. */
const enum Expect {
  Value,
  /** Behind `[`. */
  ItemOrEnd,
  /** Behind `{`. */
  KeyOrEnd,
  /** Behind a comma in an object. */
  Key,
  Colon,
  /** Behind a value. */
  Separator,
}

/** As many containers as there are bits for what each of them is. */
const DEEPEST = 30;

/**
 * Whether the text from `start` to `end`, between the quotes of a JSON string, certainly holds a value in JSON.
 * `false` means: look carefully (numbers with exponents, unusual escapes, deep nesting, or not JSON).
 */
export function isPlainEmbeddedJson(text: string, start: number, end: number): boolean {
  let at = start;
  let expect = Expect.Value as Expect;
  let depth = 0;
  // A bit for each open container, the innermost lowest: whether it is an object.
  let objects = 0;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) {
      at++;
      continue;
    }
    if (unit === 0x5c) {
      const escaped = text.charCodeAt(at + 1);
      if (escaped === 0x22) {
        if (expect > Expect.Key) return false;
        at = embeddedStringEnd(text, at + 2, end);
        if (at < 0) return false;
        expect = expect === Expect.Key || expect === Expect.KeyOrEnd ? Expect.Colon : Expect.Separator;
      } else if (escaped === 0x6e || escaped === 0x72 || escaped === 0x74) at += 2;
      else return false;
      continue;
    }
    if (expect === Expect.Separator) {
      if (depth === 0) return false;
      const inObject = (objects & 1) !== 0;
      if (unit === 0x2c) expect = inObject ? Expect.Key : Expect.Value;
      else if (unit === (inObject ? 0x7d : 0x5d)) {
        depth--;
        objects >>= 1;
      } else return false;
      at++;
    } else if (expect === Expect.Colon) {
      if (unit !== 0x3a) return false;
      expect = Expect.Value;
      at++;
    } else if (unit === (expect === Expect.KeyOrEnd ? 0x7d : expect === Expect.ItemOrEnd ? 0x5d : -1)) {
      depth--;
      objects >>= 1;
      expect = Expect.Separator;
      at++;
    } else if (expect >= Expect.KeyOrEnd) return false;
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > DEEPEST) return false;
      objects = (objects << 1) | (unit === 0x7b ? 1 : 0);
      expect = unit === 0x7b ? Expect.KeyOrEnd : Expect.ItemOrEnd;
      at++;
    } else {
      at = embeddedScalarEnd(text, at, unit);
      if (at < 0) return false;
      expect = Expect.Separator;
    }
  }
  return expect === Expect.Separator && depth === 0;
}

/** @returns offset behind the closing `\"`, or -1 for a string with escapes of its own */
function embeddedStringEnd(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 0x5c) continue;
    const escaped = text.charCodeAt(++at);
    if (escaped === 0x22) return at + 1;
    if (escaped !== 0x2f) return -1;
  }
  return -1;
}

/** @returns offset behind a number or a word, or -1 */
function embeddedScalarEnd(text: string, start: number, unit: number): number {
  if (unit === 0x74) return text.startsWith("true", start) ? start + 4 : -1;
  if (unit === 0x66) return text.startsWith("false", start) ? start + 5 : -1;
  if (unit === 0x6e) return text.startsWith("null", start) ? start + 4 : -1;
  const first = unit === 0x2d ? start + 1 : start;
  let at = digitsEnd(text, first);
  if (at === first || (at > first + 1 && text.charCodeAt(first) === 0x30)) return -1;
  if (text.charCodeAt(at) === 0x2e) {
    const fraction = at + 1;
    at = digitsEnd(text, fraction);
    if (at === fraction) return -1;
  }
  return at;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (!(unit >= 0x30 && unit <= 0x39)) return at;
    at++;
  }
}
