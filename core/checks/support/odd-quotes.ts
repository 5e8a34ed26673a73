/** Quotes that word processors, web pages and other languages have and JSON has not. */

const ODD_QUOTES = "'“”„‟«»‘’‚‹›`´";

export function isOddQuote(character: string | undefined): boolean {
  return character !== undefined && character !== "" && ODD_QUOTES.includes(character);
}

/** A word without such quotes around it. */
export function withoutOddQuotes(word: string): string {
  const start = isOddQuote(word[0]) ? 1 : 0;
  const end = word.length > 1 && isOddQuote(word.at(-1)) ? word.length - 1 : word.length;
  return word.slice(start, end);
}

/** Where a text in such quotes ends, on the line on which it starts; -1 where it does not. */
export function endOfOddQuotes(text: string, start: number): number {
  for (let i = start + 1; i < text.length && i - start < 2000; i++) {
    if (isOddQuote(text[i])) return i + 1;
    if (text[i] === "\n" || text[i] === "\r" || text[i] === '"') return -1;
  }
  return -1;
}
