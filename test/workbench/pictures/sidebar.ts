/** Pictures of the view at the side and of what is done with deployed rules, in each kind of theme. */
import type { Workbench } from "../pages/workbench.ts";
import { moveMouseAway, type Picture } from "./picture.ts";
import { BOOKINGS } from "../bookings.ts";

const THEMES = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  contrast: "Default High Contrast",
} as const;

/** So that more of a rule can be read. */
async function widen({ page }: Workbench): Promise<void> {
  const box = await page.locator(".part.sidebar").boundingBox();
  const edge = (box?.x ?? 0) + (box?.width ?? 0);
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 200, 400, { steps: 5 });
  await page.mouse.up();
}

async function explorer(ui: Workbench): Promise<void> {
  await ui.sidebar.openDemo();
  await ui.sidebar.row("Inbound trunks").click();
  await ui.sidebar.row("Inbound trunk Main line").waitFor();
  await widen(ui);
  await ui.sidebar.rule("Team meeting").click();
  await ui.editor.area.locator(".view-line").first().waitFor();
  await moveMouseAway(ui);
}

async function flow(ui: Workbench): Promise<void> {
  await ui.sidebar.openDemo();
  await ui.command("LiveKit Dispatch Rule: Create Dispatch Rule…");
  await ui.quickInput.step("Where do calls go?");
  await ui.quickInput.waitFor("Room");
  await ui.quickInput.box.fill("front-desk");
}

async function question(ui: Workbench): Promise<void> {
  await ui.sidebar.openDemo();
  await ui.editor.open("bookings.dispatch-rule.json");
  await ui.command("LiveKit Dispatch Rule: Update Deployed Rule from File…");
  await ui.notifications.dialog.waitFor();
}

async function difference(ui: Workbench): Promise<void> {
  await ui.sidebar.openDemo();
  await ui.editor.open("bookings.dispatch-rule.json");
  await ui.command("LiveKit Dispatch Rule: Compare with Deployed Rule…");
  await ui.page.locator(".monaco-diff-editor .line-insert").first().waitFor();
  await moveMouseAway(ui);
}

const SCENES = { explorer, flow, update: question, diff: difference };

export const SIDEBAR_PICTURES: Readonly<Record<string, Picture>> = Object.fromEntries(
  Object.entries(SCENES).flatMap(([scene, show]) =>
    Object.entries(THEMES).map(([kind, theme]) => [
      `${scene}-${kind}`,
      {
        files: {
          "bookings.dispatch-rule.json": BOOKINGS,
          ".vscode/settings.json": JSON.stringify({ "workbench.colorTheme": theme }),
        },
        sideBar: true,
        show,
      },
    ]),
  ),
);
