/** Whether a text is what a pattern says, where `*` stands for any characters, also none. */

/** Takes the product of both lengths at most, whatever the pattern. */
export function fitsPattern(pattern: string, text: string): boolean {
  let at = 0;
  let i = 0;
  let star = -1;
  let afterStar = 0;
  while (i < text.length) {
    if (pattern[at] === "*") {
      star = at++;
      afterStar = i;
    } else if (at < pattern.length && pattern[at] === text[i]) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++afterStar;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
