/** The names under which agents register, as code writes them down. Imports no editor. */

/**
 * `agent_name="…"` of Python's `WorkerOptions` and `@server.rtc_session`, `agentName: "…"` of Node's `ServerOptions`,
 * `agent_name: …` in YAML and TOML.
 */
const NAMES = [
  /\bagent_name\s*[=:]\s*(["'])([^"'\n]{1,200})\1/g,
  /\bagentName\s*[=:]\s*(["'`])([^"'`\n]{1,200})\1/g,
  /\bLIVEKIT_AGENT_NAME\s*[=:]\s*(["']?)([\w.-]{1,200})\1/g,
];

/** In the order of the text, each once. */
export function agentNamesIn(text: string): readonly string[] {
  const found = NAMES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, name: match[2] ?? "" })),
  );
  found.sort((a, b) => a.at - b.at);
  // What is put together while the program runs is no name.
  return [...new Set(found.map(({ name }) => name))].filter((name) => !/[${}]/.test(name));
}
