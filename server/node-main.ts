/** Starts the server at once, in a process of its own. */
import { startServer } from "./node.ts";

startServer();
