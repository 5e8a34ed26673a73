/**
 * The rule files of the workspace as one picture, open ones as they are in the editor, the others as they are on the
 * disk, together with what is known of the active project. It follows every change, and tells when what it says
 * about other files may be different now.
 */
import { CancellationTokenSource } from "vscode-jsonrpc";
import type { Levels } from "../core/check-document.ts";
import { checkInPicture } from "../core/picture/check-picture.ts";
import { NOTHING_KNOWN } from "../core/picture/origin.ts";
import { Picture } from "../core/picture/picture.ts";
import type { Problem } from "../core/problem.ts";
import { guarded, guardedAsync } from "./boundary.ts";
import type { Log } from "./connection.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import { withoutProject, type ReadFacts } from "./facts.ts";
import type { Files, FileText } from "./host.ts";
import type { PictureSetting } from "./settings.ts";
import { comparable } from "./uris.ts";
import type { WorkspaceFolders } from "./workspace-folders.ts";

/** UTF-16 units. Longer documents are taken in when nobody types any more. */
const TAKEN_AT_ONCE = 32 * 1024;
/** How long the others wait while somebody types. */
const PAUSE_MS = 250;
/** Files read at a time. */
const BATCH = 16;
/** Of a document with more than these, nothing is said: nobody writes such a rule file. */
const LARGEST = 4 * 1024 * 1024;
const NOTHING: readonly Problem[] = [];

export class WholePicture {
  #setting: PictureSetting = "off";
  #picture: Picture | undefined;
  /** Whether all files of the workspace have been read. */
  #isComplete = false;
  #scanning: CancellationTokenSource | undefined;
  #facts: ReadFacts = { facts: {}, picture: NOTHING_KNOWN };
  #expiry: Timer | undefined;
  #pause: Timer | undefined;
  /** Addresses as they are in the picture, by what they are without escapes. */
  #names = new Map<string, string>();
  /** Whether other files may have other problems than before. */
  #isNews = false;

  /** Resolved when all files have been read, or there is nothing to read. */
  ready: Promise<void> = Promise.resolve();

  /** @param changed called when what is said about files may be different, after a pause */
  constructor(
    private readonly files: Files | undefined,
    private readonly folders: WorkspaceFolders,
    private readonly documents: Documents,
    private readonly isRuleFile: (uri: string) => boolean,
    private readonly log: Log,
    private readonly changed: () => void,
  ) {}

  /** Starts, with the settings known, or starts anew with others or with other folders. */
  start(setting: PictureSetting): void {
    this.#scanning?.cancel();
    this.#scanning = undefined;
    this.#setting = setting;
    this.#isComplete = false;
    const hadPicture = this.#picture !== undefined;
    this.#picture = undefined;
    if (setting !== "off" && (this.folders.all.length > 0 || this.#facts.picture !== NOTHING_KNOWN))
      this.ready = guardedAsync(this.log, "reading the workspace", undefined, () =>
        this.#scan(new Picture({ scope: setting === "folder" ? "folder" : "everywhere" })),
      );
    if (hadPicture) this.changed();
  }

  get setting(): PictureSetting {
    return this.#setting;
  }

  /** Grows with everything that may change what is said. */
  get revision(): number {
    return this.#isComplete ? (this.#picture?.revision ?? 0) + 1 : 0;
  }

  setFacts(facts: ReadFacts): void {
    const wasActive = this.#picture !== undefined;
    this.#facts = facts;
    if (!wasActive) {
      if (this.#setting !== "off") this.start(this.#setting);
      return;
    }
    this.#useFacts();
    this.#isNews = true;
    this.#changedSoon();
  }

  /** A document was opened or changed. */
  edited(document: OpenDocument): void {
    if (!this.#isComplete || !this.#isPart(document.uri)) return;
    // Until it is asked about: a burst of edits costs nothing.
    this.#changedSoon();
  }

  /**
   * A document was closed, or something else happened to files: what counts is on the disk.
   * @returns whether other files may have other problems now
   */
  filesChanged(uris: readonly string[]): Promise<boolean> {
    return guardedAsync(this.log, "following files", false, () => this.#followFiles(uris));
  }

  async #followFiles(uris: readonly string[]): Promise<boolean> {
    const picture = this.#picture;
    if (!picture) return false;
    let isNews = false;
    for (const uri of uris) {
      const open = this.#openDocument(uri);
      const file = open ? undefined : await this.files?.read(uri);
      if (this.#picture !== picture) return false;
      if (open) this.#take(open);
      else if (file && this.folders.around(uri) !== undefined && this.isRuleFile(uri))
        isNews = this.#set(picture, uri, file) || isNews;
      else isNews = picture.removeFile(this.#nameIn(picture, uri)) || isNews;
    }
    return isNews && this.#isComplete;
  }

  /** What is wrong with an open document beside the others, in its present version; nothing as long as that is not known. */
  problemsOf(document: OpenDocument, levels: Levels): readonly Problem[] {
    const picture = this.#picture;
    const { uri } = document;
    if (!picture || !this.#isComplete || !this.#isPart(uri)) return NOTHING;
    if (document.text.getText().length <= TAKEN_AT_ONCE) this.#take(document);
    const name = this.#nameIn(picture, uri);
    if (picture.file(name)?.text !== document.text.getText()) return NOTHING;
    return checkInPicture(picture, name, levels);
  }

  /**
   * The same for a file that is not open.
   * @param file what was read just now: nobody may have told that it changed; left out: as it was when it was read last
   */
  problemsOfFile(uri: string, file: FileText | undefined, levels: Levels): readonly Problem[] {
    const picture = this.#picture;
    if (!picture || !this.#isComplete) return NOTHING;
    const name = this.#nameIn(picture, uri);
    if (file && this.#set(picture, uri, file)) {
      this.#isNews = true;
      this.#changedSoon();
    }
    return checkInPicture(picture, name, levels);
  }

  /** Reads all files of the workspace. Whatever is edited meanwhile is taken in at the end. */
  async #scan(picture: Picture): Promise<void> {
    const scanning = (this.#scanning = new CancellationTokenSource());
    const { token } = scanning;
    this.#picture = picture;
    this.#names = new Map();
    this.#useFacts();
    const { files } = this;
    let batch: string[] = [];
    const read = async (): Promise<void> => {
      const uris = batch;
      batch = [];
      const found = files ? await Promise.all(uris.map((uri) => files.read(uri))) : [];
      if (token.isCancellationRequested) return;
      for (const [index, uri] of uris.entries()) {
        const file = found[index];
        if (file) this.#set(picture, uri, file);
      }
    };
    if (files)
      for await (const uri of files.list(this.folders.all, this.isRuleFile, token)) {
        if (token.isCancellationRequested) return;
        if (batch.push(uri) >= BATCH) await read();
      }
    await read();
    if (token.isCancellationRequested) return;
    this.#isComplete = true;
    for (const document of this.documents.all()) this.#take(document);
    this.#isNews = false;
    // Nobody needs to ask again where there is nothing to say.
    if (this.documents.all().some((document) => this.problemsOf(document, {}).length > 0)) this.changed();
  }

  #takeAll(): void {
    for (const document of this.documents.all()) this.#take(document);
    if (!this.#isNews) return;
    this.#isNews = false;
    this.changed();
  }

  #take(document: OpenDocument): void {
    const picture = this.#picture;
    if (!picture || !this.#isPart(document.uri)) return;
    const text = document.text.getText();
    const name = this.#nameIn(picture, document.uri);
    // Of a long document its own problems are only known now.
    if (text.length > TAKEN_AT_ONCE && picture.file(name)?.text !== text) this.#isNews = true;
    if (this.#set(picture, document.uri, { text, hasRawBytes: false })) this.#isNews = true;
  }

  /** Clients and Node escape one address in different ways. */
  #nameIn(picture: Picture, uri: string): string {
    return picture.file(uri) ? uri : (this.#names.get(comparable(uri)) ?? uri);
  }

  /** @returns whether other files may have other problems now */
  #set(picture: Picture, uri: string, { text, hasRawBytes }: FileText): boolean {
    const name = this.#nameIn(picture, uri);
    if (text.length > LARGEST) return picture.removeFile(name);
    if (!picture.file(name)) this.#names.set(comparable(name), name);
    return picture.setFile(name, text, hasRawBytes);
  }

  #openDocument(uri: string): OpenDocument | undefined {
    const plain = comparable(uri);
    return this.documents.get(uri) ?? this.documents.all().find((each) => comparable(each.uri) === plain);
  }

  /** An older version of a file, or what another program shows of it, does not compete with the file. */
  #isPart(uri: string): boolean {
    return this.folders.around(uri) !== undefined || /^(?:file|untitled):/.test(uri);
  }

  #useFacts(): void {
    clearTimeout(this.#expiry);
    const { picture, freshUntil } = this.#facts;
    const left = freshUntil === undefined ? 0 : freshUntil - Date.now();
    this.#picture?.setFacts(freshUntil === undefined || left > 0 ? picture : withoutProject(picture));
    if (left <= 0) return;
    this.#expiry = setTimeout(() => {
      this.#useFacts();
      this.#isNews = true;
      this.#changedSoon();
    }, left);
    withoutHold(this.#expiry);
  }

  #changedSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(
      () => guarded(this.log, "whole picture", undefined, () => this.#takeAll()),
      PAUSE_MS,
    );
    withoutHold(this.#pause);
  }
}

type Timer = ReturnType<typeof setTimeout>;

/** A program that is done does not wait for it. */
function withoutHold(timer: Timer): void {
  (timer as { unref?: () => void }).unref?.();
}
