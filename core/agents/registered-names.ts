/**
 * The names under which workers register, as code writes them down: `agent_name=` of Python, `agentName:` of JavaScript.
 * The code is not run and not really parsed: what is no plain string makes the answer open, and then nobody may say
 * that a name is not registered.
 */
import type { Range } from "../problem.ts";

export type CodeLanguage = "python" | "javascript";

export interface RegisteredName extends Range {
  readonly name: string;
}

export interface RegisteredNames {
  /** In the order of the text, one for each place; the range is that of the text between the quotes. */
  readonly names: readonly RegisteredName[];
  /** Whether the code may register under other names as well: one comes from elsewhere. */
  readonly isOpen: boolean;
}

const NOTHING: RegisteredNames = { names: [], isOpen: false };

/** Files with these ends are looked at. */
const ENDS: Readonly<Record<string, CodeLanguage>> = {
  py: "python",
  js: "javascript",
  cjs: "javascript",
  mjs: "javascript",
  jsx: "javascript",
  ts: "javascript",
  cts: "javascript",
  mts: "javascript",
  tsx: "javascript",
};

export const CODE_FILE_ENDS: readonly string[] = Object.keys(ENDS);

export function languageOfFile(path: string): CodeLanguage | undefined {
  return ENDS[path.slice(path.lastIndexOf(".") + 1).toLowerCase()];
}

/** A place that gives the name: a keyword argument, a property, a variable of that name. */
const PLACES: Readonly<Record<CodeLanguage, RegExp>> = {
  python: /\bagent_name\b\s*(?::\s*[\w.[\]| ]+?)?\s*=(?!=)\s*/g,
  javascript: /\bagentName\b["'`]?\s*\??\s*(?::\s*string(?:\s*\|\s*undefined)?\s*=(?!=)|:|=(?![=>]))\s*/g,
};
/** `"x"`, but not what is put together, nor what goes on behind it. */
const LITERAL = /^(["'`])((?:(?!\1)[^\\\n$]){1,200})\1\s*(?=[,;)}\]\n\r#/]|$)/;
const IDENTIFIER = /^([A-Za-z_$][\w$]*)\s*(?=[,;)}\]\n\r#/]|$)/;
/** Types and defaults, which name nobody. */
const NAMELESS = /^(?:(?:string|str|None|undefined|null|boolean)\b|""|''|``)/;
/** A shorthand property stands for the variable. */
const SHORTHAND = /[{,]\s*agentName\s*(?=[,}])/g;

/** @param text of a file of code; what has nothing to do with LiveKit gives nothing */
export function registeredNames(text: string, language: CodeLanguage): RegisteredNames {
  if (!/livekit/i.test(text) || !/agent_?name/i.test(text)) return NOTHING;
  const code = withoutComments(text, language);
  const names: RegisteredName[] = [];
  let isOpen = code.includes("LIVEKIT_AGENT_NAME");
  const constants = new Map<string, RegisteredName | undefined>();
  const constantOf = (name: string | undefined): RegisteredName | undefined => {
    if (name === undefined) return undefined;
    if (!constants.has(name)) constants.set(name, constantNamed(name, code));
    return constants.get(name);
  };
  for (const match of code.matchAll(PLACES[language])) {
    const at = match.index + match[0].length;
    const value = code.slice(at, at + 300);
    const literal = LITERAL.exec(value);
    if (literal) names.push({ name: literal[2]!, start: at + 1, end: at + 1 + literal[2]!.length });
    else if (!NAMELESS.test(value)) {
      const constant = constantOf(IDENTIFIER.exec(value)?.[1]);
      if (constant) names.push(constant);
      else isOpen = true;
    }
  }
  if (language === "javascript" && SHORTHAND.test(code) && !constantOf("agentName")) isOpen = true;
  SHORTHAND.lastIndex = 0;
  const places = new Map(names.map((name) => [name.start, name]));
  return { names: [...places.values()].sort((a, b) => a.start - b.start), isOpen };
}

/** The string that a name stands for in the whole file. */
function constantNamed(name: string, code: string): RegisteredName | undefined {
  const assignment = new RegExp(
    `(?<![\\w$.])${name.replace(/\$/g, "\\$")}\\s*(?::\\s*\\w+\\s*)?=(?!=)\\s*`,
    "g",
  );
  let found: RegisteredName | undefined;
  for (const match of code.matchAll(assignment)) {
    const at = match.index + match[0].length;
    const value = code.slice(at, at + 300);
    // The argument itself, `agent_name=agent_name`.
    if (IDENTIFIER.exec(value)?.[1] === name) continue;
    const literal = LITERAL.exec(value);
    if (!literal || (found && found.name !== literal[2])) return undefined;
    found = { name: literal[2]!, start: at + 1, end: at + 1 + literal[2]!.length };
  }
  return found;
}

/** Comments as blanks, so that places stay; a `#` or `//` inside a string keeps what is in front of it. */
function withoutComments(text: string, language: CodeLanguage): string {
  const blank = (comment: string): string => comment.replace(/[^\r\n]/g, " ");
  return language === "python"
    ? text.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|#[^\n\r]*/g, (all, string) =>
        string === undefined ? blank(all) : all,
      )
    : text.replace(
        /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\/[^\n\r]*|\/\*[^]*?\*\//g,
        (all, string) => (string === undefined ? blank(all) : all),
      );
}

/** All files together. @param files what was found in each */
export function allNames(files: Iterable<RegisteredNames>): { names: readonly string[]; isOpen: boolean } {
  const names = new Set<string>();
  let isOpen = false;
  for (const file of files) {
    for (const { name } of file.names) names.add(name);
    isOpen ||= file.isOpen;
  }
  return { names: [...names].sort(), isOpen };
}
