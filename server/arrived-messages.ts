/** Letting the messages that have already arrived go first. */
import { RAL } from "vscode-jsonrpc";

/**
 * Resolves when the connection has handled at least one more message, if any was waiting: it handles one in
 * each turn of the event loop, and by the second turn it has had its chance. Far shorter than any timer.
 */
export async function messagesFirst(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    RAL().timer.setImmediate(resolve);
  });
}
