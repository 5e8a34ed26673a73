/** A line on the terminal that says how far a long run is, and is gone afterwards. */
import { say } from "./streams.ts";

const FIRST_AFTER = 300;
const EVERY = 100;

export class Progress {
  private readonly isShown = process.stderr.isTTY;
  private next = performance.now() + FIRST_AFTER;
  private isDrawn = false;

  /** @param done files so far */
  tick(done: number): void {
    if (!this.isShown) return;
    const now = performance.now();
    if (now < this.next) return;
    this.next = now + EVERY;
    this.isDrawn = true;
    say(`\r\u001b[2KChecking: ${done.toLocaleString("en")} files so far`);
  }

  /** Makes room for other output. */
  clear(): void {
    if (!this.isDrawn) return;
    this.isDrawn = false;
    say("\r\u001b[2K");
  }
}
