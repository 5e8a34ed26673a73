/**
 * Runs the suite of `suite/` in a VS Code: in the desktop's where one can be had, otherwise in the headless one;
 * says in which. --headless, --desktop: only there. --edition and --host: which headless one.
 */
import { parseArgs } from "node:util";
import { launchBrowser, NO_BROWSER } from "./browser/launch.ts";
import { editionOf, installEdition, versionOf, whyNotHere } from "./headless/editions.mjs";
import { findDesktop, runSuiteOnDesktop } from "./hosts/desktop.ts";
import { runSuite, type Host } from "./hosts/run-suite.ts";

const { values } = parseArgs({
  options: {
    headless: { type: "boolean" },
    desktop: { type: "boolean" },
    edition: { type: "string", default: "newest" },
    host: { type: "string", default: "node" },
  },
});

process.exitCode = (await run()) ? 0 : 1;

async function run(): Promise<boolean> {
  if (values.headless) return runHeadless("as asked");
  const desktop = await findDesktop();
  if ("executable" in desktop) {
    console.log(`In the desktop VS Code: ${desktop.executable}`);
    return runSuiteOnDesktop(desktop.executable);
  }
  if (!values.desktop) return runHeadless(desktop.missing);
  console.error(`No desktop VS Code: ${desktop.missing}.`);
  return false;
}

async function runHeadless(why: string): Promise<boolean> {
  const edition = editionOf(values.edition === "oldest" ? "oldest" : "newest");
  const obstacle = installEdition(edition) ? whyNotHere(edition) : `npm ci failed in ${edition.folder}`;
  const browser = obstacle === undefined ? await launchBrowser() : undefined;
  if (!browser) {
    console.error(obstacle ?? NO_BROWSER);
    return false;
  }
  console.log(`In the headless VS Code ${versionOf(edition)}, ${values.host} extension host: ${why}.`);
  try {
    const { exit, output } = await runSuite(edition, values.host as Host, browser);
    console.log(output);
    if (exit !== 0) console.error(`VS Code ended with: ${exit}`);
    return exit === 0;
  } finally {
    await browser.close();
  }
}
