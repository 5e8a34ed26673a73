/**
 * Is the value of a JSON string itself JSON? Looked at without resolving the string's escapes, because metadata
 * is checked on every keystroke and nearly always is what it should be.
 */

/** Character of the value at `at`: its unit in the low 16 bits, how many units it takes in the text above them. */
function unitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit !== 0x5c) return (1 << 16) | unit;
  const escaped = text.charCodeAt(at + 1);
  // `\uXXXX`, `\b` and `\f` inside metadata are rare: they are left to the careful way.
  if (escaped === 0x22 || escaped === 0x5c || escaped === 0x2f) return (2 << 16) | escaped;
  if (escaped === 0x6e || escaped === 0x72 || escaped === 0x74) return (2 << 16) | 0x20;
  return 2 << 16;
}

/**
 * Whether the text from `start` to `end`, between the quotes of a JSON string, certainly holds an object or an
 * array in JSON. `false` means: look carefully (numbers with exponents, unusual escapes, deep nesting, or not JSON).
 */
export function isPlainEmbeddedJson(text: string, start: number, end: number): boolean {
  const reader = new EmbeddedReader(text, start, end);
  return reader.value(0) && reader.isAtEnd();
}

const DEEPEST = 50;

class EmbeddedReader {
  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
  ) {}

  isAtEnd(): boolean {
    this.peek();
    return this.at >= this.end;
  }

  value(depth: number): boolean {
    const unit = this.peek();
    if (unit === 0x22) return this.string();
    if (unit === 0x7b || unit === 0x5b) return depth < DEEPEST && this.container(unit === 0x7b, depth + 1);
    if (unit === 0x74) return this.word("true");
    if (unit === 0x66) return this.word("false");
    if (unit === 0x6e) return this.word("null");
    return this.number();
  }

  private container(isObject: boolean, depth: number): boolean {
    this.skip();
    const close = isObject ? 0x7d : 0x5d;
    if (this.peek() === close) return this.skip();
    for (;;) {
      if (isObject) {
        if (this.peek() !== 0x22 || !this.string() || this.peek() !== 0x3a) return false;
        this.skip();
      }
      if (!this.value(depth)) return false;
      const unit = this.peek();
      if (unit === close) return this.skip();
      if (unit !== 0x2c) return false;
      this.skip();
    }
  }

  private string(): boolean {
    this.skip();
    while (this.at < this.end) {
      const unit = unitAt(this.text, this.at);
      this.at += unit >> 16;
      const value = unit & 0xffff;
      if (value === 0x22) return true;
      // An escape inside the embedded string, and what would be a raw line break in it.
      if (value === 0x5c || value < 0x20) return false;
      if (value === 0x20 && unit >> 16 === 2) return false;
    }
    return false;
  }

  private word(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private number(): boolean {
    const start = this.at;
    if (this.text.charCodeAt(this.at) === 0x2d) this.at++;
    const first = this.at;
    this.digits();
    if (this.at === first || (this.at > first + 1 && this.text.charCodeAt(first) === 0x30)) return false;
    if (this.text.charCodeAt(this.at) === 0x2e) {
      const point = this.at++;
      this.digits();
      if (this.at === point + 1) return false;
    }
    return this.at > start && (this.text.charCodeAt(this.at) | 0x20) !== 0x65;
  }

  private digits(): void {
    while (this.at < this.end) {
      const unit = this.text.charCodeAt(this.at);
      if (unit < 0x30 || unit > 0x39) return;
      this.at++;
    }
  }

  /** The next character that is no white space, or 0 at the end. */
  private peek(): number {
    while (this.at < this.end) {
      const unit = unitAt(this.text, this.at);
      const value = unit & 0xffff;
      if (value !== 0x20 && value !== 0x09 && value !== 0x0a && value !== 0x0d) return value;
      this.at += unit >> 16;
    }
    return 0;
  }

  private skip(): true {
    this.at += unitAt(this.text, this.at) >> 16;
    return true;
  }
}
