/** Globs that say which files a setting is for, held against a path from the folder that the setting belongs to. */

/** Whether a path (with `/`, from that folder, without `./`) is meant. */
export type PathPattern = (path: string) => boolean;

/** One part of a glob: stars, a question mark, a class, the ends of a choice, an escaped or any other character. */
const PART = /\*\*\/|\*\*|\*|\?|\[(!?)(\]|[^\]/]+)\]|[{},]|[^]/gu;

/**
 * As in a `.gitignore`: without a slash a glob is held against the file's name, with one against the whole path,
 * and with one at its end it means everything in the folder. `*` and `?` stand for what has no slash, `**` for any
 * folders, `[ab]` and `[!ab]` for one character, `{a,b}` for a choice.
 *
 * @returns `undefined` for a glob whose brackets do not match
 */
export function pathPattern(glob: string): PathPattern | undefined {
  const isFolder = glob.endsWith("/");
  const body = glob.replace(/^\.?\//, "").replace(/\/$/, "");
  const isAnywhere = !/^\.?\/|\/[^]/.test(glob);
  const expression = toExpression(body);
  if (body === "" || expression === undefined) return undefined;
  const whole = new RegExp(`^${isAnywhere ? "(?:.*/)?" : ""}${expression}${isFolder ? "/.+" : ""}$`, "su");
  return (path) => whole.test(path);
}

function toExpression(glob: string): string | undefined {
  let choices = 0;
  let expression = "";
  for (const [part, not, members] of glob.matchAll(PART)) {
    if (part === "**/") expression += "(?:.*/)?";
    else if (part === "**") expression += ".*";
    else if (part === "*") expression += "[^/]*";
    else if (part === "?") expression += "[^/]";
    else if (members !== undefined) expression += characterClass(not === "!", members);
    else if (part === "{") {
      choices++;
      expression += "(?:";
    } else if (part === "}") {
      if (--choices < 0) return undefined;
      expression += ")";
    } else if (part === "," && choices > 0) expression += "|";
    else if (part === "[") return undefined;
    else expression += escaped(part);
  }
  return choices === 0 ? expression : undefined;
}

function characterClass(isNegated: boolean, members: string): string {
  // Without ranges: what stands there is meant as it stands.
  return `[${isNegated ? "^/" : ""}${members.replace(/[\\\]^[-]/g, "\\$&")}]`;
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|]/, "\\$&");
}

/** The glob that means this one path, whatever characters stand in it. */
export function globForPath(path: string): string {
  const literal = path.replace(/[*?[\]{}]/g, "[$&]");
  return literal.includes("/") ? literal : `/${literal}`;
}

/** The glob that means all files in this folder and below it. */
export function globForFolder(path: string): string {
  return `${globForPath(path)}/**`;
}
