/** The language server as the rest of the extension sees it: is it there, what does it say, start it again. */
import * as vscode from "vscode";
import { State, type BaseLanguageClient } from "vscode-languageclient";
import {
  CONVERT,
  FACTS,
  FILE_STATUS,
  type ConvertAnswer,
  type ConvertParams,
  type FactsParams,
  type FileStatus,
  type FileStatusParams,
} from "../../server/messages.ts";

export class LanguageServer {
  readonly #changed = new vscode.EventEmitter<void>();
  /** It came up, went away or could not be started, or it got to know a document. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly output: vscode.LogOutputChannel,
  ) {
    const changed = () => this.#changed.fire();
    client.onDidChangeState(changed);
    client.middleware.didOpen = async (document, next) => {
      await next(document);
      changed(); // from now on it can be asked about this one
    };
  }

  get isRunning(): boolean {
    return this.client.state === State.Running;
  }

  get isStarting(): boolean {
    return this.client.state === State.Starting;
  }

  /** Never rejects: the client has told the user, and without a server the commands still work. */
  async start(): Promise<void> {
    try {
      await this.client.start();
    } catch (error) {
      this.output.error("The language server could not be started.", error);
    }
  }

  async restart(): Promise<void> {
    try {
      if (this.client.needsStop()) await this.client.stop();
    } catch (error) {
      // A server that hangs must not keep a new one from coming.
      this.output.warn("The language server did not stop as asked.", error);
    }
    await this.start();
  }

  async stop(): Promise<void> {
    if (this.client.needsStop()) await this.client.stop();
    this.#changed.dispose();
  }

  /** What a document is taken for. */
  fileStatus(uri: vscode.Uri): Promise<FileStatus | undefined> {
    return this.#ask<FileStatus>(FILE_STATUS, { uri: this.#address(uri) } satisfies FileStatusParams);
  }

  /** The edits that bring a document into another form; they are for the version that the answer names. */
  convert(uri: vscode.Uri, form: ConvertParams["form"]): Promise<ConvertAnswer | undefined> {
    return this.#ask<ConvertAnswer>(CONVERT, { uri: this.#address(uri), form } satisfies ConvertParams);
  }

  /** All that is known of the project; the server keeps it until the next time. */
  tellFacts(facts: FactsParams): void {
    if (!this.isRunning) return;
    this.client.sendNotification(FACTS, facts).catch((error: unknown) => {
      this.output.warn("The language server could not be told about the project.", error);
    });
  }

  /** @returns `undefined` where the server does not know the document, or is not there */
  async #ask<Answer>(method: string, params: object): Promise<Answer | undefined> {
    if (!this.isRunning) return undefined;
    try {
      return (await this.client.sendRequest<Answer | null>(method, params)) ?? undefined;
    } catch (error) {
      this.output.warn(`${method} was not answered.`, error);
      return undefined;
    }
  }

  #address(uri: vscode.Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }
}
