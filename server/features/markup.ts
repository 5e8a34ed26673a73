/** Our Markdown for clients that show it, and as plain text for those that do not. */
import type { MarkupContent } from "vscode-languageserver";

export function markup(markdown: string, isMarkdown: boolean): MarkupContent {
  return isMarkdown
    ? { kind: "markdown", value: markdown }
    : { kind: "plaintext", value: withoutMarkdown(markdown) };
}

/** Only what our texts use: bold, code, links, blocks of code, escapes. */
function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/^```.*\n?/gm, "")
    .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, "$1: $2")
    .replace(/\*\*|(?<!\\)`+/g, "")
    .replace(/\\([\\`*_{}[\]<>#|~])/g, "$1")
    .trim();
}
