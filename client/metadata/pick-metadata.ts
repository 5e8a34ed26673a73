/** A choice among the metadata strings of a file. */
import * as vscode from "vscode";
import type { MetadataString } from "../../core/features/metadata-strings.ts";
import { metadataTitle } from "./metadata-address.ts";

const LONGEST = 80;

export async function pickMetadata(
  strings: readonly MetadataString[],
  title: string,
): Promise<MetadataString | undefined> {
  const items = strings.map((metadata) => ({
    metadata,
    label: metadataTitle(metadata),
    detail: metadata.text.slice(0, LONGEST) || "(empty)",
  }));
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
  return chosen?.metadata;
}
