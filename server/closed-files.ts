/**
 * Files whose documents were closed lately. The client of VS Code extensions (`vscode-languageclient`) goes on
 * showing what it had pulled for such a document, forgets that it knows anything of the file, so that it does not
 * name it when it asks for the workspace, and throws away what it is told as long as its last pull is not done.
 * So a file is told in full until a request proves that the client has listened: the request names the result
 * that was told, which it does only once the document is forgotten. Then the file is told once more.
 */
import type { WorkspaceDocumentDiagnosticReport as FileReport } from "vscode-languageserver";
import { comparable } from "./uris.ts";

/** A client that never names a result is not told for ever. */
const MOST_TIMES = 5;

interface Closed {
  readonly uri: string;
  /** The result under which the file was told. */
  readonly resultId: string;
  times: number;
}

export class ClosedFiles {
  readonly #files = new Map<string, Closed>();
  #closings = 0;

  get size(): number {
    return this.#files.size;
  }

  add(uri: string): void {
    this.#files.set(comparable(uri), { uri, resultId: `closed.${++this.#closings}`, times: 0 });
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** It is open again, or all is told. */
  delete(name: string): void {
    this.#files.delete(name);
  }

  files(): readonly (readonly [name: string, file: { readonly uri: string }])[] {
    return [...this.#files];
  }

  /** @param shown the result that the client says it has of this file */
  told(name: string, report: FileReport, shown: string | undefined): FileReport {
    const file = this.#files.get(name);
    if (!file) return report;
    if (shown === file.resultId || ++file.times > MOST_TIMES) {
      this.#files.delete(name);
      return report;
    }
    return { ...report, resultId: file.resultId };
  }
}
