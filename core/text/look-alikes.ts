/** Characters that look like others, or like nothing, and so make two texts differ that a person sees as one. */

const INVISIBLE =
  "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff";

/** ASCII that a character is easily taken for. */
const TWINS: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2015": "-",
  "\u2212": "-",
  "\ufe63": "-",
  "\uff0d": "-",
  "\u00a0": " ",
  "\u2002": " ",
  "\u2003": " ",
  "\u2007": " ",
  "\u2009": " ",
  "\u202f": " ",
  "\u3000": " ",
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\uff0b": "+",
  "\uff3f": "_",
  "\u2044": "/",
  // Cyrillic and Greek letters with a Latin twin.
  "\u0430": "a",
  "\u0435": "e",
  "\u043e": "o",
  "\u0440": "p",
  "\u0441": "c",
  "\u0443": "y",
  "\u0445": "x",
  "\u0456": "i",
  "\u0458": "j",
  "\u0410": "A",
  "\u0412": "B",
  "\u0415": "E",
  "\u041a": "K",
  "\u041c": "M",
  "\u041d": "H",
  "\u041e": "O",
  "\u0420": "P",
  "\u0421": "C",
  "\u0422": "T",
  "\u0425": "X",
  "\u03bf": "o",
  "\u0391": "A",
  "\u0392": "B",
  "\u0395": "E",
  "\u039f": "O",
};

const ODD = new RegExp(`[${INVISIBLE}${Object.keys(TWINS).join("")}\uff10-\uff19]`, "gu");

export interface LookAlike {
  /** Position in the text, in UTF-16 units. */
  readonly index: number;
  readonly character: string;
  /** What a person reads there; `""` for what nobody sees. */
  readonly looksLike: string;
}

/**
 * The look-alikes in a text that is otherwise ASCII: in a text with other letters too, they are most likely
 * what they seem to be.
 */
export function lookAlikesIn(text: string): LookAlike[] {
  if (/^[\x00-\x7f]*$/.test(text)) return [];
  const found = [...text.matchAll(ODD)].map((match) => ({
    index: match.index,
    character: match[0],
    looksLike: asciiTwin(match[0]),
  }));

  return /^[\x00-\x7f]*$/.test(text.replace(ODD, "")) && /[\x20-\x7e]/.test(text) ? found : [];
}

function asciiTwin(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return String(code - 0xff10);
  return TWINS[character] ?? "";
}

/** `U+2011` */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
