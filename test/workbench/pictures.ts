/**
 * Takes the pictures of the documentation, docs/images/*.png, from the demo in the newest VS Code; all of them, or those
 * that are named: node --import tsx test/workbench/pictures.ts hover
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { packagedExtension } from "../../scripts/start/packaged-extension.mjs";
import { launchBrowser, NO_BROWSER } from "./browser/launch.ts";
import { openWindow } from "./browser/window.ts";
import { editionOf } from "./headless/editions.mjs";
import { temporaryFolder } from "./headless/leftovers.mjs";
import { QUIET_SETTINGS } from "./headless/quiet-settings.mjs";
import { addressOf, startServer, type Server } from "./headless/server.mjs";
import { Workbench } from "./pages/workbench.ts";
import { LANGUAGE_PICTURES } from "./pictures/language.ts";
import type { Picture } from "./pictures/picture.ts";
import { SIDEBAR_PICTURES } from "./pictures/sidebar.ts";
import { smallPng } from "./pictures/small-png.ts";

const root = path.resolve(import.meta.dirname, "../..");
const images = path.join(root, "docs/images");

const SETTINGS = {
  ...QUIET_SETTINGS,
  "workbench.colorTheme": "Default Light Modern",
  "editor.fontSize": 14,
  "breadcrumbs.enabled": false,
  "workbench.layoutControl.enabled": false,
  "explorer.compactFolders": false,
};

const PICTURES: Readonly<Record<string, Picture>> = { ...LANGUAGE_PICTURES, ...SIDEBAR_PICTURES };

async function take(browser: Browser, server: Server, name: string, picture: Picture): Promise<void> {
  const folder = path.join(temporaryFolder("livekit-dispatch-pictures-"), "demo");
  for (const [file, text] of Object.entries(picture.files)) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    if (text === undefined) copyFileSync(path.join(root, "demo/examples", file), place);
    else writeFileSync(place, text);
  }
  const window = await openWindow(browser, { address: addressOf(server, folder) });
  await window.page.setViewportSize({ width: picture.sideBar ? 1100 : 900, height: 600 });
  const ui = await Workbench.ready(window.page);
  if (!picture.sideBar) await ui.command("View: Toggle Primary Side Bar Visibility");
  await picture.show(ui);
  await window.page.waitForTimeout(500); // colours and icons come last, and nothing tells when
  writeFileSync(path.join(images, `${name}.png`), smallPng(await window.page.screenshot()));
  await window.close();
  console.log(`docs/images/${name}.png`);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PICTURES));
if (unknown.length > 0) throw new Error(`There is no picture ${unknown.join(", ")}`);
mkdirSync(images, { recursive: true });
const browser = await launchBrowser();
if (!browser) throw new Error(NO_BROWSER);
const server = await startServer(editionOf("newest"), { vsix: [packagedExtension()], settings: SETTINGS });
for (const [name, picture] of Object.entries(PICTURES))
  if (asked.length === 0 || asked.includes(name)) await take(browser, server, name, picture);
await browser.close();
await server.stop();
