/**
 * Requests of which one at a time runs for each key. Who asks during one shares the next, which begins after he asked,
 * and so tells of what he has changed. Imports no editor.
 */

interface Request<T> {
  readonly controller: AbortController;
  answer: Promise<T>;
  waiting: number;
}

/** Why a request is ended that people still wait for: its answer is about nothing any more. */
export const FORGOTTEN = Symbol("forgotten");
/** Why a request is ended that a person does not want to wait for: who else waits is told that it was stopped. */
export const STOPPED = Symbol("stopped");

export class Requests<T> {
  readonly #running = new Map<string, Request<T>>();
  readonly #next = new Map<string, Request<T>>();

  /** @param run ends when its signal says so; the signal's reason is `FORGOTTEN`, `STOPPED`, or that nobody waits */
  constructor(private readonly run: (key: string, signal: AbortSignal) => Promise<T>) {}

  /** Waits for what is under way or planned; `undefined` where nothing is, or only what all others have given up. */
  join(key: string, signal?: AbortSignal): Promise<T | undefined> | undefined {
    const request = this.#next.get(key) ?? this.#running.get(key);
    return request && !isGivenUp(request) ? wait(request, signal) : undefined;
  }

  /** @returns `undefined` for one who gave up waiting, which ends the request if nobody else waits */
  begin(key: string, signal?: AbortSignal): Promise<T | undefined> {
    const planned = this.#next.get(key);
    if (planned && !isGivenUp(planned)) return wait(planned, signal);
    const running = this.#running.get(key);
    const controller = new AbortController();
    const answer = running
      ? running.answer.then(
          () => this.#follow(key, request),
          () => this.#follow(key, request),
        )
      : Promise.resolve().then(() => this.#start(key, request));
    const request: Request<T> = { controller, answer, waiting: 0 };
    (running ? this.#next : this.#running).set(key, request);
    return wait(request, signal);
  }

  /** Ends what is under way, and drops what is planned. */
  forget(key: string): void {
    for (const requests of [this.#running, this.#next]) {
      requests.get(key)?.controller.abort(FORGOTTEN);
      requests.delete(key);
    }
  }

  /** Ends what is under way and what is planned, of one key or of all; each still brings its answer. */
  stop(key?: string): void {
    for (const requests of [this.#running, this.#next])
      for (const [each, { controller }] of requests)
        if (key === undefined || each === key) controller.abort(STOPPED);
  }

  forgetAll(): void {
    for (const key of [...this.#running.keys(), ...this.#next.keys()]) this.forget(key);
  }

  #follow(key: string, request: Request<T>): Promise<T> {
    if (this.#next.get(key) === request) {
      this.#next.delete(key);
      this.#running.set(key, request);
    }
    return this.#start(key, request);
  }

  async #start(key: string, request: Request<T>): Promise<T> {
    try {
      return await this.run(key, request.controller.signal);
    } finally {
      if (this.#running.get(key) === request) this.#running.delete(key);
    }
  }
}

/** It will bring no answer, or one that is not finished. */
function isGivenUp({ controller }: Request<unknown>): boolean {
  return controller.signal.aborted;
}

function wait<T>(request: Request<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  request.waiting++;
  if (!signal) return request.answer;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      if (--request.waiting === 0) request.controller.abort();
      resolve(undefined);
    };
    if (signal.aborted) {
      giveUp();
      return;
    }
    signal.addEventListener("abort", giveUp, { once: true });
    request.answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}
