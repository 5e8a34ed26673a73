/** What `dist/server.cjs` is built from: starts the server at once. */
import { startServer } from "./node.ts";

startServer();
