/** Where VS Code keeps what Undo needs: which rules in its storage, the rules in its secret storage. */
import type * as vscode from "vscode";
import type { UndoEntry, UndoStorage, UndoTexts } from "./undo-log.ts";

const LIST = "livekitDispatch.undo";
const secretKey = (key: string): string => `livekitDispatch.undo:${key}`;

/** For this workspace, like the project that is chosen in it. */
export function undoStorage({ workspaceState, secrets }: vscode.ExtensionContext): UndoStorage {
  return {
    entries: () => {
      const stored: unknown = workspaceState.get(LIST);
      return Array.isArray(stored) ? stored.filter(isEntry) : [];
    },
    setEntries: async (entries) => workspaceState.update(LIST, entries),
    texts: async (key) => {
      const stored = await secrets.get(secretKey(key));
      return stored === undefined ? undefined : (JSON.parse(stored) as UndoTexts);
    },
    setTexts: async (key, texts) => {
      if (texts) await secrets.store(secretKey(key), JSON.stringify(texts));
      else await secrets.delete(secretKey(key));
    },
  };
}

function isEntry(value: unknown): value is UndoEntry {
  const entry = (value ?? {}) as Partial<Record<keyof UndoEntry, unknown>>;
  const { key, kind, projectId, host, apiKey, ruleId, name, batch } = entry;
  const texts = [key, kind, projectId, host, apiKey, ruleId, name, batch];
  return texts.every((text) => typeof text === "string");
}
