/**
 * Messages over standard input and output, with nothing between a message and its stream: a keystroke costs one
 * read and one write.
 */
import type { Readable, Writable } from "node:stream";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from "vscode-jsonrpc";

const HEADER_END = "\r\n\r\n";
const LENGTH = /^content-length: *(\d+) *\r?$/im;
/** Bytes. What goes on for longer without an end is no header. */
const LONGEST_HEADER = 64 * 1024;

export class StreamReader extends AbstractMessageReader implements MessageReader {
  /** What has arrived of a message that is not complete, and how many bytes it takes at least. */
  #pieces: Buffer[] = [];
  #size = 0;
  #needed = 0;

  constructor(private readonly stream: Readable) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer): void => this.#take(chunk, callback);
    this.stream.on("data", take);
    this.stream.on("error", (error) => this.fireError(error));
    this.stream.on("close", () => this.fireClose());
    return { dispose: () => void this.stream.off("data", take) };
  }

  #take(chunk: Buffer, callback: DataCallback): void {
    this.#pieces.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return;
    const bytes = this.#pieces.length === 1 ? chunk : Buffer.concat(this.#pieces);
    const rest = bytes.subarray(this.#takeMessages(bytes, callback));
    this.#pieces = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
  }

  /** @returns where the first message that is not complete begins */
  #takeMessages(bytes: Buffer, callback: DataCallback): number {
    let at = 0;
    for (;;) {
      this.#needed = 0;
      const headerEnd = bytes.indexOf(HEADER_END, at);
      if (headerEnd < 0) {
        if (bytes.length - at <= LONGEST_HEADER) return at;
        this.fireError(new Error("There is no header where one belongs."));
        return bytes.length;
      }
      const start = headerEnd + HEADER_END.length;
      const length = LENGTH.exec(bytes.toString("latin1", at, headerEnd))?.[1];
      if (length === undefined) this.fireError(new Error("A header names no length."));
      const end = start + Number(length ?? 0);
      if (end > bytes.length) {
        this.#needed = end - at;
        return at;
      }
      if (length !== undefined) this.#takeMessage(bytes.toString("utf8", start, end), callback);
      at = end;
    }
  }

  #takeMessage(text: string, callback: DataCallback): void {
    let message: Message;
    try {
      message = JSON.parse(text) as Message;
    } catch {
      this.fireError(new Error("A message is no JSON."));
      return;
    }
    callback(message);
  }
}

export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #written = Promise.resolve();

  constructor(private readonly stream: Writable) {
    super();
    stream.on("error", (error) => this.fireError(error));
    stream.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const text = JSON.stringify(message);
    this.stream.write(`Content-Length: ${Buffer.byteLength(text)}${HEADER_END}${text}`);
    return this.#written;
  }

  end(): void {
    this.stream.end();
  }
}
