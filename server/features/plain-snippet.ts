/** Snippets for clients that cannot fill them in. */

/** An escape; a place with a text; with texts to choose from; empty. */
const PARTS =
  /\\([^])|\$\{\d+:((?:\\[^]|[^\\}])*)\}|\$\{\d+\|((?:\\[^]|[^\\,|])*)(?:,(?:\\[^]|[^\\|])*)?\|\}|\$(?:\d+|\{\d+\})/g;

/** The text that a snippet is when nobody changes anything in it. */
export function plainSnippet(snippet: string): string {
  return snippet.replace(PARTS, (_part, escaped?: string, text?: string, first?: string) => {
    if (escaped !== undefined) return escaped;
    return (text ?? first ?? "").replace(/\\([^])/g, "$1");
  });
}
