// @ts-check
// Which global names a folder must not touch, so that it stays free of Node, of I/O and of the clock.
import { createContext, runInContext } from "node:vm";

/** A fresh context holds the language's own globals and nothing of the host. */
const language = new Set(
  /** @type {string[]} */ (runInContext("Object.getOwnPropertyNames(globalThis)", createContext())),
);

/** Pure functions of their arguments: the only things of a host that `core` may use. */
const PURE = new Set(["TextDecoder", "TextEncoder"]);

const NODE = ["process", "Buffer", "global", "setImmediate", "clearImmediate", "__dirname", "__filename"];

/** Everything the host brings: network, timers, console, process. For `core`. */
export const hostGlobals = [
  ...new Set([...Object.getOwnPropertyNames(globalThis), ...NODE, "console", "window", "document", "self"]),
].filter((name) => name === "console" || (!language.has(name) && !PURE.has(name)));

/** What only Node has. For the folders that also run in the browser's worker. */
export const nodeGlobals = NODE;
