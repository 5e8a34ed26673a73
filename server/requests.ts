/** Requests about an open document: every feature gets the present version of it, and cannot do harm. */
import { ErrorCodes, ResponseError, type CancellationToken, type MessageConnection } from "vscode-jsonrpc";
import { messagesFirst } from "./arrived-messages.ts";
import { guardedAsync, redacted } from "./boundary.ts";
import { contentModified, throwIfCancelled, type Log } from "./connection.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import { lateFeatures, type Features } from "./late-features.ts";
import type { Reading, Readings } from "./readings.ts";
import type { SettingsForFiles } from "./settings-for-files.ts";

/** The protocol's requests name the document in `textDocument`, ours in `uri`. */
type AboutDocument = { readonly textDocument: { readonly uri: unknown } } | { readonly uri: unknown };

export type Feature<Params, Answer> = (
  reading: Reading,
  document: OpenDocument,
  params: Params,
  token: CancellationToken,
) => Answer | Promise<Answer>;

export class Requests {
  /** Whether it was said that the features cannot be loaded: who types asks again and again. */
  #isSaid = false;

  constructor(
    private readonly connection: MessageConnection,
    private readonly documents: Documents,
    private readonly readings: Readings,
    private readonly settings: SettingsForFiles,
    private readonly log: Log,
  ) {}

  /** @param instead the answer for a document that is not open or too large, and when the feature fails */
  on<Params extends AboutDocument, Answer>(
    method: string,
    instead: Answer,
    feature: Feature<Params, Answer>,
  ): void {
    this.connection.onRequest(method, (params: Params, token: CancellationToken) =>
      this.#answer(method, instead, feature, params, token),
    );
  }

  /** The same with a feature that is loaded when it is first asked for. */
  onLate<Params extends AboutDocument, Answer>(
    method: string,
    instead: Answer,
    featureOf: (features: Features) => Feature<Params, Answer>,
  ): void {
    this.connection.onRequest(method, async (params: Params, token: CancellationToken) => {
      // Loaded before the document is read: meanwhile it may be changed.
      const features = await this.features();
      if (!features) return instead;
      return this.#answer(method, instead, featureOf(features), params, token);
    });
  }

  /** What is loaded when it is first asked for; `undefined` where that fails, which the log tells once. */
  async features(): Promise<Features | undefined> {
    try {
      return await lateFeatures();
    } catch (error) {
      if (!this.#isSaid)
        this.log.error(
          `Only diagnostics work: the rest of the language server cannot be loaded, as when it was updated or removed while it runs. Restart it. ${redacted(error)}`,
        );
      this.#isSaid = true;
      return undefined;
    }
  }

  async #answer<Params extends AboutDocument, Answer>(
    method: string,
    instead: Answer,
    feature: Feature<Params, Answer>,
    params: Params,
    token: CancellationToken,
  ): Promise<Answer> {
    const uri = "textDocument" in params ? params.textDocument.uri : params.uri;
    if (typeof uri !== "string") throw new ResponseError(ErrorCodes.InvalidParams, "which document?");
    const loading = this.settings.loaded(uri);
    if (loading) await loading;
    const document = this.documents.get(uri);
    if (document?.isLarge) {
      const { revision } = document;
      // A cancellation or a change that has arrived behind the request is read first.
      await messagesFirst();
      if (document.revision !== revision || this.documents.get(uri) !== document) throw contentModified();
    }
    throwIfCancelled(token);
    if (!document || document.isTooLarge) return instead;
    return guardedAsync(this.log, method, instead, () => {
      const reading = this.readings.of(document, this.settings.of(uri));
      return feature(reading, document, params, token);
    });
  }
}
