/** Something over the network that a person waits for: with progress in words, and a way to give up. */
import * as vscode from "vscode";

/** What is done sooner is done without a message: one that comes and goes at once only disturbs. */
const SOON_MS = 400;

/** @param work ends when its signal says so */
export async function withCancel<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const working = work(controller.signal);
  if (await isDoneSoon(working)) return working;
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) => {
    token.onCancellationRequested(() => controller.abort());
    return working;
  });
}

async function isDoneSoon(working: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), SOON_MS);
  });
  const done = () => true;
  try {
    return await Promise.race([working.then(done, done), late]);
  } finally {
    clearTimeout(timer);
  }
}

export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
