/** A clock that rings once, and does not keep a program running that is done. */
export class Timer {
  #running: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ring: () => void) {}

  /** Starts, or starts anew. */
  start(milliseconds: number): void {
    this.stop();
    this.#running = setTimeout(this.ring, milliseconds);
    // Only Node's timers hold a program.
    (this.#running as { unref?: () => void }).unref?.();
  }

  stop(): void {
    clearTimeout(this.#running);
  }
}
