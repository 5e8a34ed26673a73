/** The address of a window that runs an extension's tests. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addressOf, type Server } from "../headless/server.mjs";

/** VS Code runs tests only while it develops an extension; for one that is installed that is an empty one. */
const EMPTY_EXTENSION = { name: "nothing", publisher: "test", version: "0.0.0", engines: { vscode: "*" } };

/** @param tests what exports `run()`, for Node's extension host */
export function testAddress(server: Server, folder: string, tests?: string): string {
  const address = addressOf(server, folder);
  if (tests === undefined) return address;
  const empty = path.join(server.state, "nothing");
  mkdirSync(empty, { recursive: true });
  writeFileSync(path.join(empty, "package.json"), JSON.stringify(EMPTY_EXTENSION));
  const remote = (place: string) => `vscode-remote://${server.authority}${encodeURI(place)}`;
  const payload = [
    ["extensionDevelopmentPath", remote(empty)],
    ["extensionTestsPath", remote(tests)],
  ];
  return `${address}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
