/** Tests of what a user sees: the packaged extension in the newest and in the oldest VS Code, a window for each. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { packagedExtension } from "../../../scripts/start/packaged-extension.mjs";
import { launchBrowser, NO_BROWSER } from "../browser/launch.ts";
import { openWindow } from "../browser/window.ts";
import { EDITION_NAMES, editionOf, whyNotHere } from "../headless/editions.mjs";
import { removeFolder, temporaryFolder } from "../headless/leftovers.mjs";
import { QUIET_SETTINGS } from "../headless/quiet-settings.mjs";
import { addressOf, startServer, type Server } from "../headless/server.mjs";
import { Workbench } from "../pages/workbench.ts";

/** Texts by their names in the workspace. */
export type Files = Readonly<Record<string, string>>;

export interface Window {
  readonly ui: Workbench;
  /** The workspace, on disk. */
  readonly folder: string;
  /** Text of a file of the workspace, as it is on disk now. */
  readonly read: (name: string) => string;
  /** Waits until what is read, however often, is as expected, or is a text that matches. */
  readonly eventually: (read: () => unknown, expected: unknown) => Promise<void>;
}

/** @param skip why it cannot run here */
export type WorkbenchTest = (
  name: string,
  files: Files,
  run: (window: Window) => Promise<void>,
  skip?: string,
) => void;

const RESULTS = path.resolve(import.meta.dirname, "../../../test-results");
const PATIENCE_MS = 15_000;
/** A real editor on a busy machine can be too slow for a key; what is broken is so in every window. */
const WINDOWS = 3;

/** As a folder from somewhere else is opened: nobody has said yet whether it is to be trusted, and nobody is asked. */
const DISTRUSTING = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
};

/**
 * Declares tests for each VS Code, or for some. What they share is started with the first of them.
 * @param distrusts the workspace is not trusted
 */
export function inWorkbench(
  declare: (test: WorkbenchTest) => void,
  editions: readonly (typeof EDITION_NAMES)[number][] = EDITION_NAMES,
  { distrusts = false } = {},
): void {
  for (const name of editions) {
    void describe(`${name} VS Code`, () => {
      const edition = editionOf(name);
      let browser: Browser | undefined;
      let server: Server | undefined;
      after(async () => {
        await browser?.close();
        await server?.stop();
      });
      declare((title, files, run, skip) => {
        test(title, skip === undefined ? {} : { skip }, async (t) => {
          const reason = whyNotHere(edition);
          browser ??= reason === undefined ? await launchBrowser() : undefined;
          if (!browser) {
            t.skip(reason === undefined ? NO_BROWSER : `cannot run here: ${reason}`);
            return;
          }
          const settings = { ...QUIET_SETTINGS, ...(distrusts && DISTRUSTING) };
          server ??= await startServer(edition, { vsix: [packagedExtension()], settings, distrusts });
          for (let left = WINDOWS - 1; ; left--)
            try {
              await inWindow(browser, server, files, run, `${name}-${t.name}`);
              return;
            } catch (error) {
              if (left === 0) throw error;
              console.log(`${name} VS Code › ${t.name}: again in a new window, after ${firstLine(error)}`);
            }
        });
      });
    });
  }
}

async function inWindow(
  browser: Browser,
  server: Server,
  files: Files,
  run: (window: Window) => Promise<void>,
  name: string,
): Promise<void> {
  const folder = temporaryFolder("livekit-dispatch-workspace-");
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const window = await openWindow(browser, { address: addressOf(server, folder) });
  try {
    const ui = await Workbench.ready(window.page);
    await run({ ui, folder, read: (file) => readFileSync(path.join(folder, file), "utf8"), eventually });
    assert.deepEqual(window.outside, [], "VS Code asked for something outside this machine");
  } catch (error) {
    mkdirSync(RESULTS, { recursive: true });
    const place = path.join(RESULTS, name.replace(/[^\w-]+/g, "-"));
    await window.page.screenshot({ path: `${place}.png` }).catch(() => undefined);
    writeFileSync(`${place}.log`, [...window.errors, "", "The server:", server.output()].join("\n"));
    throw error;
  } finally {
    await window.close();
    removeFolder(folder);
  }
}

function firstLine(error: unknown): string | undefined {
  return String(error).split("\n", 1)[0];
}

async function eventually(read: () => unknown, expected: unknown): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const actual: unknown = await read();
      if (expected instanceof RegExp) assert.match(String(actual), expected);
      else assert.deepEqual(actual, expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
