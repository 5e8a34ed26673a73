/** The server put together with the program that it runs in. */
import { connect } from "./connection.ts";
import type { OpenHost } from "./host.ts";
import { createServer } from "./server.ts";

export function serve(openHost: OpenHost): void {
  const { reader, writer, host } = openHost();
  const connection = connect(reader, writer);
  createServer(connection, host(connection));
}
