/** What an author wrote, as a sentence can hold it. */

/** What would break a sentence: line breaks, control characters, marks that turn the writing around. */
const UNSHOWABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** On one line and not too long. @param longest how many characters stay */
export function shown(text: string, longest = 40): string {
  // Cut first: a name may be ten megabytes long.
  const cut = text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return cut.replace(UNSHOWABLE, "\ufffd");
}

/** A name in backticks. */
export function named(name: string): string {
  return `\`${shown(name)}\``;
}

/** A value in quotes. */
export function quoted(value: string): string {
  return `"${shown(value)}"`;
}

/** `a`, `a and b`, `a, b and c`. @param word between the last two */
export function inWords(names: readonly string[], word = "and"): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1) ?? ""}`;
}
