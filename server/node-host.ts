/** What the language server is given in Node: the ways to its client, files, and the end of the process. */
import process from "node:process";
import type { MessageReader, MessageWriter } from "vscode-jsonrpc";
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
} from "vscode-jsonrpc/node";
import type { OpenHost } from "./host.ts";
import { readDocumentation } from "./node-documentation.ts";
import { files } from "./node-files.ts";
import { StreamReader, StreamWriter } from "./node-streams.ts";

/** How often is looked whether the client is still there: one that is killed says no word. */
const WATCH_MS = 3000;

/** The process ends when the client says `exit`, closes the connection or dies. */
export const openHost: OpenHost = () => {
  const [reader, writer] = transport(process.argv);
  const exit = (code: number): void => {
    writer.end();
    process.exit(code);
  };
  process.once("disconnect", () => exit(1));
  const host = {
    loadDocumentation: readDocumentation,
    files,
    exit,
    watchProcess(id: number) {
      setInterval(() => {
        if (!isRunning(id)) exit(1);
      }, WATCH_MS).unref();
    },
  };
  return { reader, writer, host: () => host };
};

/** Standard input and output, unless the client asks for another way on the command line. */
function transport(argv: readonly string[]): [MessageReader, MessageWriter] {
  if (argv.includes("--node-ipc")) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  const pipe = option(argv, "--pipe");
  if (pipe !== undefined) return createServerPipeTransport(pipe);
  const port = Number(option(argv, "--socket"));
  if (port > 0) return createServerSocketTransport(port);
  const { stdin, stdout } = process;
  // The end of the input is the end, though nobody has closed the stream.
  stdin.once("end", () => stdin.destroy());
  return [new StreamReader(stdin), new StreamWriter(stdout)];
}

/** `--name value` or `--name=value`. */
function option(argv: readonly string[], name: string): string | undefined {
  const index = argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  const argument = argv[index];
  if (argument === undefined) return undefined;
  return argument === name ? argv[index + 1] : argument.slice(name.length + 1);
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
