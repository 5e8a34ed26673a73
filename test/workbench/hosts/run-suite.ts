/** Runs the suite of `suite/` in one kind of extension host of a served VS Code, on the packaged extension. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { packagedExtension } from "../../../scripts/start/packaged-extension.mjs";
import { startStaticSite, type StaticSite } from "../browser/static-site.ts";
import { openWindow, type WindowOptions } from "../browser/window.ts";
import type { Edition } from "../headless/editions.mjs";
import { removeFolder, temporaryFolder } from "../headless/leftovers.mjs";
import { QUIET_SETTINGS } from "../headless/quiet-settings.mjs";
import { unpack } from "../headless/program.mjs";
import { startServer, type Server } from "../headless/server.mjs";
import { buildSuite, SUITE } from "./build-suite.ts";
import { testAddress } from "./test-address.ts";

/**
 * `node`: VS Code's own Node, real files. `worker`: a browser's worker, real files. `virtual`: a browser's worker
 * and a workspace that is on no disk, without any server.
 */
export type Host = "node" | "worker" | "virtual";

export interface SuiteRun {
  /** Of VS Code, or what kept it from having one. */
  readonly exit: number | string;
  readonly output: string;
}

const LONGEST_MS = 180_000;
const RESULTS = path.resolve(import.meta.dirname, "../../../test-results");

export async function runSuite(edition: Edition, host: Host, browser: Browser): Promise<SuiteRun> {
  await buildSuite();
  const vsix = packagedExtension();
  // A worker gets the package over HTTP; were it installed as well, it would run in Node.
  const installed = host === "node" ? [vsix] : [];
  const server = await startServer(edition, { vsix: installed, settings: QUIET_SETTINGS, takesTests: true });
  const folder = temporaryFolder("livekit-dispatch-workspace-");
  const site =
    host === "node"
      ? undefined
      : await startStaticSite(
          edition,
          { extension: unpack(edition, vsix), tests: SUITE.folder },
          SUITE.script,
        );
  const lines: string[] = [];
  const window = await openWindow(browser, {
    ...whereToRun(host, server, site, folder),
    onLog: (line) => lines.push(line),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`not done within ${LONGEST_MS} ms`), LONGEST_MS);
  });
  try {
    const exit = await Promise.race([window.exit, late]);
    if (exit !== 0) {
      mkdirSync(RESULTS, { recursive: true });
      const name = path.join(RESULTS, `suite-${edition.name}-${host}`);
      await window.page.screenshot({ path: `${name}.png` }).catch(() => undefined);
      writeFileSync(
        `${name}.log`,
        [...lines, "", "The page:", ...window.errors, "", "The server:", server.output()].join("\n"),
      );
    }
    return { exit, output: lines.join("\n") };
  } finally {
    clearTimeout(timer);
    await window.close();
    await Promise.all([server.stop(), site?.stop()]);
    removeFolder(folder);
  }
}

function whereToRun(
  host: Host,
  server: Server,
  site: StaticSite | undefined,
  folder: string,
): Pick<WindowOptions, "address" | "inWorker"> {
  if (!site) return { address: testAddress(server, folder, path.join(SUITE.folder, SUITE.script)) };
  if (host === "virtual") return { address: site.address };
  return { address: testAddress(server, folder), inWorker: { extension: site.extension, tests: site.tests } };
}
