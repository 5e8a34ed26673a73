/** Hover parts and documentation as Markdown: texts of others are code, and only our own sentences are text. */
import { shown } from "../../text/show.ts";
import { documentationFor, type Documentation } from "./documentation.ts";
import type { HoverPart } from "./part.ts";
import type { Words } from "./words.ts";

/** How many characters of a value are shown. */
const LONGEST = 80;

/** @param documentation `schemas/documentation.json`; what it lacks is left out */
export function renderHover(parts: readonly HoverPart[], documentation: Documentation): string {
  return parts
    .map((part) => renderPart(part, documentation))
    .filter((text) => text !== "")
    .join("\n\n");
}

function renderPart(part: HoverPart, documentation: Documentation): string {
  switch (part.kind) {
    case "field": {
      const notes = [part.type];
      if (part.otherSpelling !== undefined) notes.push(`also ${codeSpan(part.otherSpelling)}`);
      if (part.isDeprecated) notes.push("deprecated");
      return `**${codeSpan(part.name)}** · ${notes.join(" · ")}`;
    }
    case "value":
      return renderWords(part.words);
    case "documentation": {
      const text = documentationFor(part.key, documentation);
      return part.about === undefined || text === "" ? text : `${codeSpan(part.about)}: ${text}`;
    }
  }
}

export function renderWords(words: Words): string {
  return words.map((span) => (typeof span === "string" ? escaped(span) : codeSpan(span.code))).join("");
}

/** Any text as code on one line: never a link, HTML or formatting, whatever stands in it. */
export function codeSpan(value: string): string {
  const text = shown(value, LONGEST);
  if (text.trim() === "") return `\`"${text}"\``;
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const padding = /^[` ]|[` ]$/.test(text) ? " " : "";
  return fence + padding + text + padding + fence;
}

/** Our own sentences, in which Markdown would see formatting only by mistake. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}
