/** The two streams that commands write to. Whoever reads may go away (`| head`), which is no error. */

/** How much is gathered before it is written: one call for each problem would be slow. */
const ENOUGH = 1 << 16;

export class Output {
  private pending: string[] = [];
  private size = 0;
  private isClosed = false;

  constructor(readonly stream: NodeJS.WriteStream) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      this.isClosed = true;
    });
  }

  /** Whether somebody still reads; what is written otherwise is dropped. */
  hasReader(): boolean {
    return !this.isClosed;
  }

  /** Resolves once there is room for more: whoever waits for it never holds much in memory. */
  async write(text: string): Promise<void> {
    this.pending.push(text);
    this.size += text.length;
    if (this.size >= ENOUGH) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.pending.join("");
    this.pending = [];
    this.size = 0;
    if (text === "" || this.isClosed) return;
    await new Promise<void>((resolve) => this.stream.write(text, () => resolve()));
  }
}

export const stdout = new Output(process.stdout);
export const stderr = new Output(process.stderr);

/** Says something to the person at the terminal, at once. */
export function say(text: string): void {
  if (stderr.hasReader()) process.stderr.write(text);
}
