/** A window of VS Code in the browser. */
import { format } from "node:util";
import type { Browser, Page } from "playwright-core";
import { isNoise } from "./log-noise.ts";

export interface WindowOptions {
  /** A whole address, as `addressOf` and `testAddress` make it. */
  readonly address: string;
  /** Extension and tests that the page loads itself, over HTTP, into the worker. */
  readonly inWorker?: { readonly extension: string; readonly tests: string };
  readonly onLog?: (line: string) => void;
}

export interface Window {
  readonly page: Page;
  /** The exit code of an extension's tests, or what kept them from having one. */
  readonly exit: Promise<number | string>;
  /** Addresses outside this machine that were asked for; there should be none. */
  readonly outside: readonly string[];
  /** What the page itself complained of; most of it is VS Code's own. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openWindow(browser: Browser, options: WindowOptions): Promise<Window> {
  const { address, inWorker, onLog } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    bypassCSP: true, // the server's policy would keep an extension on another port out of the worker
  });
  const page = await context.newPage();
  const outside: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    // What a webview shows has a name outside, but is answered by VS Code's own service worker.
    const isInside = hostname === "127.0.0.1" || hostname.endsWith(".vscode-resource.vscode-cdn.net");
    if (protocol.startsWith("http") && !isInside) outside.push(request.url());
  });
  const log = (type: string, values: readonly unknown[]) => {
    const line = format(...values);
    if (!isNoise(line)) onLog?.(type === "log" || type === "info" ? line : `[${type}] ${line}`);
  };
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error.stack)));
  const exit = new Promise<number | string>((resolve) => {
    page.on("crash", () => resolve("the page crashed"));
    // VS Code calls these two when it runs an extension's tests.
    void page.exposeFunction("codeAutomationExit", resolve);
  });
  await page.exposeFunction("codeAutomationLog", log);
  if (inWorker) await context.addInitScript({ content: nameExtension(inWorker) });
  await page.goto(address, { waitUntil: "commit" });
  return {
    page,
    exit,
    outside,
    errors,
    close: async () => {
      // Left first, so that the server knows: otherwise it keeps the extension host for three hours.
      await page.goto("about:blank").catch(() => undefined);
      await context.close();
    },
  };
}

/**
 * An extension that comes over HTTP runs in the worker, and only the page's own configuration can name it. The
 * page cannot be served changed, because its sockets would then be refused: it is changed as it loads.
 */
function nameExtension({ extension, tests }: { extension: string; tests: string }): string {
  const parts = (address: string) => {
    const { protocol, host, pathname } = new URL(address);
    return { scheme: protocol.slice(0, -1), authority: host, path: pathname };
  };
  const added = { extensions: [parts(extension)], extensionTestsPath: parts(tests) };
  return `new MutationObserver((_, observer) => {
    const meta = document.getElementById("vscode-workbench-web-configuration");
    if (!meta) return;
    observer.disconnect();
    const configuration = JSON.parse(meta.dataset.settings);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...${JSON.stringify(added)} };
    meta.dataset.settings = JSON.stringify(configuration);
  }).observe(document, { childList: true, subtree: true });`;
}
