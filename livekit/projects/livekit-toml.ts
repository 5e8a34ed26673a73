/**
 * `livekit.toml`, which ties a folder to a project by its subdomain. Of TOML only as much is read as tells a table, a
 * name and a text in quotes from something that is no TOML; `lk` ignores a file that does not parse.
 */

export type TomlReading =
  /** `subdomain` is empty where the file names none. */
  | { readonly ok: true; readonly subdomain: string }
  /** @see line from 1 */
  | { readonly ok: false; readonly line: number };

const TABLE = /^\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$/;
const PAIR = /^\s*(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*\s*=\s*(\S.*)$/;
const TEXT = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(?:#.*)?$/;

export function readLivekitToml(text: string): TomlReading {
  let table = "";
  let subdomain = "";
  /** What ends a text or a list of several lines. */
  let open: "list" | '"""' | "'''" | undefined;
  let depth = 0;
  for (const [index, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (open === "list") {
      depth += nesting(line);
      if (depth <= 0) open = undefined;
      continue;
    }
    if (open !== undefined) {
      if (line.includes(open)) open = undefined;
      continue;
    }
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const header = TABLE.exec(line)?.[1];
    if (header !== undefined) {
      table = header;
      continue;
    }
    const value = PAIR.exec(line)?.[1];
    if (value === undefined) return { ok: false, line: index + 1 };
    const quotes = value.startsWith('"""') ? '"""' : value.startsWith("'''") ? "'''" : undefined;
    if (quotes !== undefined) {
      if (!value.slice(3).includes(quotes)) open = quotes;
      continue;
    }
    if (/^["']/.test(value) && !TEXT.test(value)) return { ok: false, line: index + 1 };
    if (value.startsWith("[") || value.startsWith("{")) {
      depth = nesting(value);
      if (depth > 0) open = "list";
      continue;
    }
    const name = line.slice(0, line.indexOf("=")).replace(/["'\s]/g, "");
    if ((table === "" ? name : `${table}.${name}`) === "project.subdomain") {
      const found = TEXT.exec(value);
      if (!found) return { ok: false, line: index + 1 };
      subdomain = found[1] ?? found[2] ?? "";
    }
  }
  return { ok: true, subdomain };
}

/** Brackets that a line leaves open, those in texts not counted. */
function nesting(line: string): number {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'|#.*/g, "");
  return (bare.match(/[[{]/g) ?? []).length - (bare.match(/[\]}]/g) ?? []).length;
}

/** `my-project` for `wss://my-project.livekit.cloud`, by which `lk` finds a project; empty for a host without a dot. */
export function subdomainOf(url: string): string {
  return /^(?:https?|wss?):\/\/([^./:]+)\./.exec(url)?.[1] ?? "";
}
