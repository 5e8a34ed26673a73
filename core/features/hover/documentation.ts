/** The texts of `schemas/documentation.json`, which whoever shows them loads when they are first needed. */

export interface DocumentationEntry {
  readonly text: string;
  readonly default?: string | undefined;
  readonly unit?: string | undefined;
  readonly note?: string | undefined;
  readonly link?: string | undefined;
  readonly example?: unknown;
}

/** By full names: `livekit.SIPDispatchRuleInfo.trunk_ids`, `livekit.SIPMediaEncryption.SIP_MEDIA_ENCRYPT_ALLOW`. */
export type Documentation = Readonly<Record<string, DocumentationEntry | undefined>>;

/**
 * The text for a key in Markdown: what it is, its default and unit, what surprises about it. Empty if unknown.
 * @param options `example`: also what it may hold, for who has yet to write it
 */
export function documentationFor(
  key: string,
  documentation: Documentation,
  options: { readonly example?: boolean } = {},
): string {
  const entry = Object.hasOwn(documentation, key) ? documentation[key] : undefined;
  if (!entry) return "";
  const facts = [
    entry.default !== undefined && `Default: ${entry.default}.`,
    entry.unit !== undefined && `Unit: ${entry.unit}.`,
  ];
  return [
    entry.text,
    facts.filter((fact) => fact !== false).join(" "),
    entry.note,
    options.example && entry.example !== undefined && exampleBlock(entry.example),
    entry.link && `[LiveKit's documentation](${entry.link})`,
  ]
    .filter((part) => part !== undefined && part !== "" && part !== false)
    .join("\n\n");
}

/** How long an example may be in one line. */
const LONGEST_LINE = 60;

function exampleBlock(example: unknown): string {
  const line = JSON.stringify(example);
  return `\`\`\`json\n${line.length > LONGEST_LINE ? JSON.stringify(example, null, 2) : line}\n\`\`\``;
}
