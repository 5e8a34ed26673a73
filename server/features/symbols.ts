/** The outline, as a tree where the client shows one, otherwise as a list. */
import type {
  DocumentSymbol as ProtocolSymbol,
  SymbolInformation,
  SymbolKind as ProtocolKind,
} from "vscode-languageserver";
import { documentSymbols, type DocumentSymbol, type SymbolKind } from "../../core/features/symbols.ts";
import type { ClientSupport } from "../client-support.ts";
import type { OpenDocument } from "../documents.ts";
import { toProtocolRange } from "../positions.ts";
import type { Reading } from "../readings.ts";

/** `SymbolKind` of the protocol, and the nearest of those that every client knows. */
const KINDS: Readonly<Record<SymbolKind, readonly [best: ProtocolKind, basic: ProtocolKind]>> = {
  rule: [5, 5],
  kind: [22, 10],
  trunk: [14, 14],
  number: [14, 14],
  agent: [24, 12],
  object: [19, 2],
  list: [18, 18],
  string: [15, 15],
  numeric: [16, 16],
  boolean: [17, 17],
  null: [21, 13],
};

export function outline(
  { file }: Reading,
  document: OpenDocument,
  client: ClientSupport,
): ProtocolSymbol[] | SymbolInformation[] {
  const symbols = documentSymbols(file);
  const kindOf = kindsFor(client);
  if (client.hierarchicalSymbols) return symbols.map((symbol) => toTree(symbol, document, kindOf));
  const list: SymbolInformation[] = [];
  addToList(list, symbols, undefined, document, kindOf);
  return list;
}

type KindOf = (kind: SymbolKind) => ProtocolKind;

function kindsFor({ symbolKinds }: ClientSupport): KindOf {
  const known = new Set(symbolKinds);
  return (kind) => {
    const [best, basic] = KINDS[kind];
    return known.has(best) ? best : basic;
  };
}

function toTree(symbol: DocumentSymbol, document: OpenDocument, kindOf: KindOf): ProtocolSymbol {
  const { name, detail, kind, nameRange, children } = symbol;
  return {
    name,
    ...(detail !== "" && { detail }),
    kind: kindOf(kind),
    range: toProtocolRange(document.text, symbol),
    selectionRange: toProtocolRange(document.text, nameRange),
    ...(children.length > 0 && { children: children.map((child) => toTree(child, document, kindOf)) }),
  };
}

function addToList(
  list: SymbolInformation[],
  symbols: readonly DocumentSymbol[],
  container: string | undefined,
  document: OpenDocument,
  kindOf: KindOf,
): void {
  for (const symbol of symbols) {
    const { name, kind, nameRange, children } = symbol;
    list.push({
      name,
      kind: kindOf(kind),
      location: { uri: document.uri, range: toProtocolRange(document.text, nameRange) },
      ...(container !== undefined && { containerName: container }),
    });
    addToList(list, children, name, document, kindOf);
  }
}
