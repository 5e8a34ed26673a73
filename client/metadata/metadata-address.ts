/** Addresses of metadata opened as documents. They say where the string is, so that they outlive a restart. */
import * as vscode from "vscode";
import type { FieldPath, MetadataString } from "../../core/features/metadata-strings.ts";

export const METADATA_SCHEME = "livekit-metadata";

/** Where a metadata string stands. */
export interface MetadataPlace {
  /** The rule file. */
  readonly file: vscode.Uri;
  readonly path: FieldPath;
  /** `MetadataString.ownerName`. */
  readonly ownerName: string;
}

export function addressOf(file: vscode.Uri, metadata: MetadataString): vscode.Uri {
  const { path, ownerName, text } = metadata;
  const fileName = file.path.slice(file.path.lastIndexOf("/") + 1).replace(/\.json$/i, "");
  // The parenthesis keeps the title from looking like a rule file's name, which would make it one.
  const title = `${metadataTitle(metadata)} (${fileName})`.replace(/[/\\\p{Cc}]/gu, "_");
  return vscode.Uri.from({
    scheme: METADATA_SCHEME,
    path: `/${title}.${isMeantAsJson(text) ? "json" : "txt"}`,
    query: JSON.stringify([file.toString(), path, ownerName]),
  });
}

/** What an address says; `undefined` for one that we have not made. */
export function placeOf(address: vscode.Uri): MetadataPlace | undefined {
  try {
    const parts: unknown = JSON.parse(address.query);
    if (!Array.isArray(parts)) return undefined;
    const [file, path, ownerName] = parts as readonly unknown[];
    if (typeof file !== "string" || !isPath(path) || typeof ownerName !== "string") return undefined;
    return { file: vscode.Uri.parse(file, true), path, ownerName };
  } catch {
    return undefined;
  }
}

/** Such as `metadata of agent triage`; who has no name is counted. */
export function metadataTitle({ owner, ownerName, path }: MetadataString): string {
  const index = path.findLast((step) => typeof step === "number");
  const name = ownerName.slice(0, 40) || (index === undefined ? "" : String(index + 1));
  return `metadata of ${owner} ${name}`.trimEnd();
}

/** Half-written JSON as well, and nothing at all: most authors are about to write JSON. */
function isMeantAsJson(text: string): boolean {
  return /^\s*(?:[{[]|$)/.test(text);
}

function isPath(value: unknown): value is FieldPath {
  return Array.isArray(value) && value.every((step) => typeof step === "string" || typeof step === "number");
}
