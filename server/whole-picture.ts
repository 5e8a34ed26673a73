/**
 * The rule files of the workspace as one picture, open ones as they are in the editor, the others as they are on the
 * disk, together with what is known of the active project. It follows every change, and tells when what it says
 * about other files may be different now. Its parts are in `picture/`.
 */
import { CancellationTokenSource } from "vscode-jsonrpc";
import type { Levels } from "../core/check-document.ts";
import type { Picture } from "../core/picture/picture.ts";
import type { Problem } from "../core/problem.ts";
import { guarded, guardedAsync } from "./boundary.ts";
import type { Log } from "./connection.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import type { ReadFacts } from "./facts.ts";
import type { Files, FileText } from "./host.ts";
import { FactsInTime } from "./picture/facts-in-time.ts";
import type { FilesInPicture } from "./picture/files-in-picture.ts";
import { readWorkspace } from "./picture/read-workspace.ts";
import { Timer } from "./picture/timer.ts";
import type { PictureSetting } from "./settings.ts";
import { comparable } from "./uris.ts";
import type { WorkspaceFolders } from "./workspace-folders.ts";

/** UTF-16 units. Longer documents are taken in when nobody types any more. */
const TAKEN_AT_ONCE = 32 * 1024;
/** How long the others wait while somebody types. */
const PAUSE_MS = 250;
const NOTHING: readonly Problem[] = [];

export class WholePicture {
  #setting: PictureSetting = "off";
  #code: typeof import("./picture.ts") | undefined;
  #files: FilesInPicture | undefined;
  /** Whether all files of the workspace have been read. */
  #isComplete = false;
  #scanning: CancellationTokenSource | undefined;
  readonly #facts = new FactsInTime(() =>
    guarded(this.log, "whole picture", undefined, () => this.#factsChanged()),
  );
  readonly #pause = new Timer(() => guarded(this.log, "whole picture", undefined, () => this.#takeAll()));
  /** Whether other files may have other problems than before. */
  #isNews = false;

  #reading: Promise<void> = Promise.resolve();
  #following: Promise<boolean> = Promise.resolve(false);

  /** @param changed called when what is said about files may be different, after a pause */
  constructor(
    private readonly disk: Files | undefined,
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
    const hadPicture = this.#files !== undefined;
    this.#files = undefined;
    if (setting !== "off" && (this.folders.all.length > 0 || this.#facts.areKnown))
      this.#reading = guardedAsync(this.log, "reading the workspace", undefined, () => this.#scan(setting));
    if (hadPicture) this.changed();
  }

  /** Resolves when all files have been read, also where that was started anew meanwhile, or there is nothing to read. */
  async ready(): Promise<void> {
    let reading: Promise<void> | undefined;
    while (reading !== this.#reading) {
      reading = this.#reading;
      await reading;
    }
  }

  get setting(): PictureSetting {
    return this.#setting;
  }

  /** Grows with everything that may change what is said. */
  get revision(): number {
    return this.#isComplete ? (this.#files?.picture.revision ?? 0) + 1 : 0;
  }

  setFacts(facts: ReadFacts): void {
    this.#facts.set(facts);
    if (this.#files) this.#factsChanged();
    else if (this.#setting !== "off") this.start(this.#setting);
  }

  /** A document was opened or changed. */
  edited(document: OpenDocument): void {
    // Until it is asked about, a burst of edits costs nothing.
    if (this.#isComplete && this.#isPart(document.uri)) this.#pause.start(PAUSE_MS);
  }

  /**
   * A document was closed, or something else happened to files: what counts is on the disk.
   * @returns whether other files may have other problems now
   */
  filesChanged(uris: readonly string[]): Promise<boolean> {
    const follow = () => guardedAsync(this.log, "following files", false, () => this.#followFiles(uris));
    // One after the other: what was read first is the older state.
    return (this.#following = this.#following.then(follow));
  }

  async #followFiles(uris: readonly string[]): Promise<boolean> {
    const files = this.#files;
    if (!files) return false;
    let isNews = false;
    for (const uri of uris) {
      const open = this.#openDocument(uri);
      const file = open ? undefined : await this.disk?.read(uri);
      if (this.#files !== files) return false;
      if (open) this.#take(open);
      else if (file && this.folders.around(uri) !== undefined && this.isRuleFile(uri))
        isNews = files.set(uri, file) || isNews;
      else isNews = files.remove(uri) || isNews;
    }
    return isNews && this.#isComplete;
  }

  /** What is wrong with an open document beside the others, in its present version; nothing as long as that is not known. */
  problemsOf(document: OpenDocument, levels: Levels): readonly Problem[] {
    const files = this.#files;
    if (!files || !this.#isComplete) return NOTHING;
    const { uri } = document;
    const text = document.text.getText();
    if (!this.#isPart(uri)) return this.#problemsOfDeployed(files, uri, text, levels);
    if (text.length <= TAKEN_AT_ONCE) this.#take(document);
    return files.textOf(uri) === text ? this.#check(files.picture, files.nameOf(uri), levels) : NOTHING;
  }

  /** A deployed rule in an editor stands in its own place; of other documents that are no files nothing is known. */
  #problemsOfDeployed(
    { picture }: FilesInPicture,
    uri: string,
    text: string,
    levels: Levels,
  ): readonly Problem[] {
    const id = this.#facts.deployedAt(uri)?.rule.sipDispatchRuleId;
    if (id === undefined) return NOTHING;
    return this.#code?.checkNewText(picture, id, uri, text, levels) ?? NOTHING;
  }

  /**
   * The same for a file that is not open.
   * @param file what was read just now: nobody may have told that it changed; left out: as it was when it was read last
   */
  problemsOfFile(uri: string, file: FileText | undefined, levels: Levels): readonly Problem[] {
    const files = this.#files;
    if (!files || !this.#isComplete) return NOTHING;
    if (file && files.set(uri, file)) {
      this.#isNews = true;
      this.#pause.start(PAUSE_MS);
    }
    return this.#check(files.picture, files.nameOf(uri), levels);
  }

  /** Reads all files of the workspace. Whatever is edited meanwhile is taken in at the end. */
  async #scan(setting: PictureSetting): Promise<void> {
    const { token } = (this.#scanning = new CancellationTokenSource());
    const { disk, folders, isRuleFile } = this;
    const code = (this.#code ??= await import("./picture.ts"));
    if (token.isCancellationRequested) return;
    const picture = new code.Picture({ scope: setting === "folder" ? "folder" : "everywhere" });
    const files = (this.#files = new code.FilesInPicture(picture));
    picture.setFacts(this.#facts.current);
    if (disk && !(await readWorkspace(disk, folders.all, isRuleFile, files, token))) return;
    this.#isComplete = true;
    for (const document of this.documents.all()) this.#take(document);
    this.#isNews = false;
    // Nobody needs to ask again where there is nothing to say.
    if (this.documents.all().some((document) => this.problemsOf(document, {}).length > 0)) this.changed();
  }

  #check(picture: Picture, uri: string, levels: Levels): readonly Problem[] {
    return this.#code?.checkInPicture(picture, uri, levels) ?? NOTHING;
  }

  #takeAll(): void {
    for (const document of this.documents.all()) this.#take(document);
    if (!this.#isNews) return;
    this.#isNews = false;
    this.changed();
  }

  #take(document: OpenDocument): void {
    const { uri } = document;
    if (!this.#files || !this.#isPart(uri)) return;
    const text = document.text.getText();
    // Of a long document its own problems are only known now.
    if (text.length > TAKEN_AT_ONCE && this.#files.textOf(uri) !== text) this.#isNews = true;
    if (this.#files.set(uri, { text, hasRawBytes: false })) this.#isNews = true;
  }

  #openDocument(uri: string): OpenDocument | undefined {
    const plain = comparable(uri);
    return this.documents.get(uri) ?? this.documents.all().find((each) => comparable(each.uri) === plain);
  }

  /** An older version of a file, or what another program shows of it, does not compete with the file. */
  #isPart(uri: string): boolean {
    return this.folders.around(uri) !== undefined || /^(?:file|untitled):/.test(uri);
  }

  #factsChanged(): void {
    this.#files?.picture.setFacts(this.#facts.current);
    this.#isNews = true;
    this.#pause.start(PAUSE_MS);
  }
}
