/**
 * The same VS Code without a server behind it, as on vscode.dev: every extension in the worker, the workspace in the
 * built-in file system in memory, `tmp:`. Also serves an extension and its tests to a window that has a server.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Edition } from "../headless/editions.mjs";
import { prepare } from "../headless/prepare.mjs";
import { workbenchPage } from "./static-page.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".html": "text/html",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
};

/**
 * code-server ties its workbench to a remote in two places; both are undone while serving. A version that is made
 * otherwise fails loudly.
 */
const TIES: readonly (readonly [RegExp, string])[] = [
  [/,remoteAuthority:location\.host\}/, "}"],
  [/(\.file\(this\.userDataPath\)\.with\(\{scheme:[\w$]+\.)vscodeRemote(\}\))/, "$1vscodeUserData$2"],
];

export interface StaticSite {
  /** Shows VS Code. */
  readonly address: string;
  readonly extension: string;
  readonly tests: string;
  readonly stop: () => Promise<void>;
}

/** @param folders `extension`: unpacked; `tests`: with the script `tests` in it */
export async function startStaticSite(
  edition: Edition,
  { extension, tests }: { extension: string; tests: string },
  script: string,
): Promise<StaticSite> {
  prepare(edition);
  // VS Code runs tests in the worker only where they look like part of an extension there.
  const folders: Readonly<Record<string, string>> = {
    "/static/": edition.root,
    "/extension/tests/": tests,
    "/extension/": extension,
  };
  const workbench = path.join(edition.root, "out/vs/code/browser/workbench/workbench.js");
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const send = (status: number, type: string, body: string | Buffer) =>
      response.writeHead(status, { "content-type": type, "access-control-allow-origin": "*" }).end(body);
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const authority = request.headers.host ?? "";
    if (pathname === "/")
      return void send(200, "text/html", workbenchPage(authority, `/extension/tests/${script}`));
    const file = fileOf(folders, decodeURIComponent(pathname));
    if (file === undefined) return void send(404, "text/plain", "");
    const body = file === workbench ? untied(readFileSync(file, "utf8")) : readFileSync(file);
    send(200, TYPES[path.extname(file)] ?? "application/octet-stream", body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    address,
    extension: `${address}extension`,
    tests: `${address}extension/tests/${script}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fileOf(folders: Readonly<Record<string, string>>, pathname: string): string | undefined {
  for (const [mount, folder] of Object.entries(folders)) {
    if (!pathname.startsWith(mount)) continue;
    const file = path.join(folder, pathname.slice(mount.length));
    const isInside = file.startsWith(folder + path.sep);
    return isInside && existsSync(file) && statSync(file).isFile() ? file : undefined;
  }
  return undefined;
}

function untied(script: string): string {
  return TIES.reduce((text, [tie, without]) => {
    if (!tie.test(text))
      throw new Error(`This version of code-server is made otherwise: ${tie.source} not found`);
    return text.replace(tie, without);
  }, script);
}
