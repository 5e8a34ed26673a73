/** What the server needs of the program that it runs in. */
import type { CancellationToken, MessageConnection, MessageReader, MessageWriter } from "vscode-jsonrpc";
import type { Documentation } from "../core/features/hover.ts";

/** Opens the ways to the client, once. */
export type OpenHost = () => {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  readonly host: (connection: MessageConnection) => Host;
};

export interface Host {
  /** The texts that explain each field, which no bundle of the server holds. May fail. */
  loadDocumentation(): Promise<Documentation>;
  /** Absent where there is no file system. */
  readonly files?: Files;
  /** Ends the program when that process, the client's, is there no longer. */
  watchProcess?(id: number): void;
  /** The client is done. @param code 0 after a proper `shutdown` */
  exit?(code: number): void;
}

export interface Files {
  /** Addresses of the files in these folders that `isWanted`. */
  list(
    folders: readonly string[],
    isWanted: (uri: string) => boolean,
    token: CancellationToken,
  ): AsyncIterable<string>;
  /** What tells one content of a file from another; `undefined` where there is no file. */
  stamp(uri: string): Promise<string | undefined>;
  /** `undefined` where there is no file, or none that can be read. */
  read(uri: string): Promise<FileText | undefined>;
}

export interface FileText {
  readonly text: string;
  /** As `decodeUtf8` says. */
  readonly hasRawBytes: boolean;
}
