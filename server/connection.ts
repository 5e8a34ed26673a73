/** The connection to the client, and what is said to it besides answers: the log. */
import {
  createMessageConnection,
  ResponseError,
  type CancellationToken,
  type Logger,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from "vscode-jsonrpc";

const enum MessageType {
  Error = 1,
  Warning = 2,
  Info = 3,
}

/** Not yet listening. */
export function connect(reader: MessageReader, writer: MessageWriter): MessageConnection {
  const logger: Logger = {
    error: (message) => logMessage(connection, MessageType.Error, withoutDetails(message)),
    warn: (message) => logMessage(connection, MessageType.Warning, withoutDetails(message)),
    info: () => undefined,
    log: () => undefined,
  };
  const connection: MessageConnection = createMessageConnection(reader, writer, logger);
  reader.onError(() => logMessage(connection, MessageType.Error, "A message that arrived cannot be read."));
  return connection;
}

/** What was wrong with a message can quote a document, and a document can hold a PIN. */
function withoutDetails(message: string): string {
  return message.replace(/:?\s*[\r\n][^]*|:? (?:failed )?with message[^]*/, ".");
}

/** The log that the user sees; nothing of a document goes there. */
export class Log {
  constructor(private readonly connection: MessageConnection) {}

  error(message: string): void {
    logMessage(this.connection, MessageType.Error, message);
  }

  warn(message: string): void {
    logMessage(this.connection, MessageType.Warning, message);
  }
}

function logMessage(connection: MessageConnection, type: MessageType, message: string): void {
  notify(connection, "window/logMessage", { type, message });
}

/** It fails only when the client is gone, and then there is nobody to tell. */
export function notify(connection: MessageConnection, method: string, params: object): void {
  void inVain(() => connection.sendNotification(method, params));
}

/** Asks for something that the client may as well refuse: to look again, or to tell about changes. */
export function requestInVain(connection: MessageConnection, method: string, params?: object): void {
  void inVain(() =>
    params === undefined ? connection.sendRequest(method) : connection.sendRequest(method, params),
  );
}

/** A connection that is closed throws at once, others reject. */
async function inVain(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch {
    // There is nobody to tell.
  }
}

export function register(
  connection: MessageConnection,
  id: string,
  method: string,
  registerOptions: object,
): void {
  requestInVain(connection, "client/registerCapability", {
    registrations: [{ id, method, registerOptions }],
  });
}

const REQUEST_CANCELLED = -32800;
const CONTENT_MODIFIED = -32801;

function cancelled(): ResponseError {
  return new ResponseError(REQUEST_CANCELLED, "The request was cancelled.");
}

export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw cancelled();
}

/** The positions of a request belong to a text that is another one by now; the client asks again. */
export function contentModified(): ResponseError {
  return new ResponseError(CONTENT_MODIFIED, "The document was changed meanwhile.");
}
