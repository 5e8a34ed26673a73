/** The browser that shows VS Code: Debian's, any Chrome, or the one that Playwright has downloaded. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const ARGUMENTS = [
  "--no-sandbox", // tests run as root in containers; only our own server is shown
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", // nothing outside can be reached
];

/** @returns `undefined` where there is no browser */
export async function launchBrowser(): Promise<Browser | undefined> {
  const place = process.env["CHROMIUM"] ?? PLACES.find((file) => existsSync(file));
  try {
    return await chromium.launch({
      ...(place && { executablePath: place }),
      headless: true,
      args: ARGUMENTS,
    });
  } catch (error) {
    if (place === undefined && String(error).includes("Executable doesn't exist")) return undefined;
    throw error;
  }
}

/** Why a test is left out where there is none. */
export const NO_BROWSER =
  "cannot run here: [chromium] there is no browser; apt-get install chromium-headless-shell, or npx playwright-core install chromium";
