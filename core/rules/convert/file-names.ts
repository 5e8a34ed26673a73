/** Names for the files of a list's rules: readable, unique, and harmless on every system. */

const ENDING = ".dispatch-rule.json";
/** The whole name, in UTF-16 units. */
const LONGEST = 80;

/** Names that Windows keeps for devices, whatever ending they have. */
const DEVICE = /^(con|prn|aux|nul|conin|conout|clock|(com|lpt)[0-9¹²³])$/i;

/**
 * One file name for each rule.
 * @param candidates for each rule what it could be called (its name, its id), best first; what leaves nothing
 *   readable is passed over, and a rule without any is called by its place in the list
 */
export function fileNames(candidates: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>();
  const lastNumber = new Map<string, number>();
  return candidates.map((texts, index) => {
    const readable = texts.map(readableStem).find((stem) => stem !== "") ?? `rule-${index + 1}`;
    const stem = DEVICE.test(readable) ? `${readable}-rule` : readable;
    let name = fitted(stem, "");
    for (let number = lastNumber.get(stem) ?? 2; taken.has(comparable(name)); number++) {
      name = fitted(stem, `-${number}`);
      lastNumber.set(stem, number + 1);
    }
    taken.add(comparable(name));
    return name;
  });
}

/**
 * Letters and digits of any script, `_` and `-`; everything else, runs of it, becomes one `-`. Marks that change
 * the direction of writing or cannot be seen are dropped: two names that look alike would differ by them.
 */
function readableStem(text: string): string {
  return text
    .slice(0, 1000)
    .normalize("NFC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    .replace(/^[-_\p{M}]+|[-_]+$/gu, "");
}

function fitted(stem: string, number: string): string {
  const room = LONGEST - ENDING.length - number.length;
  let short = "";
  for (const character of stem) {
    if (short.length + character.length > room) break;
    short += character;
  }
  return short.replace(/[-_]+$/, "") + number + ENDING;
}

/** Equal for names that some file system takes for one. */
function comparable(name: string): string {
  return name.normalize("NFKC").toUpperCase().toLowerCase();
}
