/**
 * Diagnostics of rule files that nobody has open, for clients that ask for those of a whole workspace. A request
 * that would bring nothing new is answered when something has changed, as the protocol recommends.
 */
import type { CancellationToken, MessageConnection } from "vscode-jsonrpc";
import type {
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport as FileReport,
} from "vscode-languageserver";
import { ClosedFiles } from "./closed-files.ts";
import { notify, throwIfCancelled } from "./connection.ts";
import type { Documents } from "./documents.ts";
import type { Files } from "./host.ts";
import { comparable } from "./uris.ts";
import type { WorkspaceFolders } from "./workspace-folders.ts";

/** How many files are reported at a time to a client that takes them piece by piece. */
const BATCH = 20;

/** Checks a file that is not open: what is new about it, `undefined` where there is no such file. */
export type ReportFile = (
  uri: string,
  previousResultId: string | undefined,
) => Promise<FileReport | undefined>;

export class WorkspaceDiagnostics {
  #changes = 0;
  /** The changes that the last complete answer knew of, and the results in it. */
  #answered = -1;
  #reported: ReadonlyMap<string, string> = new Map();
  readonly #waiting = new Set<() => void>();
  readonly #closed = new ClosedFiles();

  constructor(
    private readonly connection: MessageConnection,
    private readonly files: Files,
    private readonly folders: WorkspaceFolders,
    private readonly documents: Documents,
    private readonly isRuleFile: (uri: string) => boolean,
    private readonly report: ReportFile,
  ) {}

  /** @returns whether a request was waiting for that */
  changed(): boolean {
    this.#changes++;
    const waiting = [...this.#waiting];
    for (const wake of waiting) wake();
    return waiting.length > 0;
  }

  /** What the client showed of an open document goes on standing there until it is told what holds for the file. */
  closed(uri: string): void {
    if (uri.startsWith("file:")) this.#closed.add(uri);
    this.changed();
  }

  /** @param isWatched whether the client tells when files change, so that it can be waited for */
  async answer(
    { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    isWatched: boolean,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previousResultIds.map(({ uri, value }) => [comparable(uri), { uri, value }]));
    const isNews = [...this.#reported].some(([uri, resultId]) => known.get(uri)?.value !== resultId);
    const isSettled = !isNews && this.#closed.size === 0 && this.#answered === this.#changes;
    if (isWatched && isSettled) await this.#change(token);
    throwIfCancelled(token);

    const changes = this.#changes;
    const reported = new Map<string, string>();
    const items: FileReport[] = [];
    for await (const file of this.#reports(known, token)) {
      throwIfCancelled(token);
      if (file.resultId !== undefined) reported.set(comparable(file.uri), file.resultId);
      items.push(file);
      if (partialResultToken === undefined || items.length < BATCH) continue;
      notify(this.connection, "$/progress", { token: partialResultToken, value: { items: items.splice(0) } });
    }
    throwIfCancelled(token);
    this.#answered = changes;
    this.#reported = reported;
    return { items };
  }

  async *#reports(
    known: ReadonlyMap<string, { readonly uri: string; readonly value: string }>,
    token: CancellationToken,
  ): AsyncGenerator<FileReport> {
    // About an open document only the request for that document tells the truth.
    const done = new Set(this.documents.all().map(({ uri }) => comparable(uri)));
    for (const name of done) this.#closed.delete(name);
    for await (const uri of this.files.list(this.folders.all, this.isRuleFile, token)) {
      const name = comparable(uri);
      if (done.has(name)) continue;
      done.add(name);
      const shown = known.get(name)?.value;
      const report = await this.report(uri, this.#closed.has(name) ? undefined : shown);
      if (report) yield this.#closed.told(name, report, shown);
      else done.delete(name);
    }
    // What the client still shows of files that are gone is taken back.
    for (const [name, { uri }] of [...this.#closed.files(), ...known]) {
      if (done.has(name)) continue;
      done.add(name);
      const report = { uri, version: null, kind: "full", items: [] } satisfies FileReport;
      yield this.#closed.told(name, report, known.get(name)?.value);
    }
  }

  #change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        listening.dispose();
        resolve();
      };
      const listening = token.onCancellationRequested(wake);
      this.#waiting.add(wake);
    });
  }
}
