/** Where a rule's id stands in a text. Imports no editor. */

export interface UsedAt {
  /** From 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Whole ids only: `SDR_ab` is not in `SDR_abc`. */
export function placesOf(id: string, text: string): readonly UsedAt[] {
  const places: UsedAt[] = [];
  let line = 0;
  let lineStart = 0;
  for (let at = text.indexOf(id); at !== -1 && id !== ""; at = text.indexOf(id, at + id.length)) {
    const end = at + id.length;
    if (isWord(text[at - 1]) || isWord(text[end])) continue;
    for (
      let next = text.indexOf("\n", lineStart);
      next !== -1 && next < at;
      next = text.indexOf("\n", lineStart)
    ) {
      line++;
      lineStart = next + 1;
    }
    places.push({ line, start: at - lineStart, end: end - lineStart });
  }
  return places;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}
