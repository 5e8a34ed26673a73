/** What a picture of the documentation shows. */
import type { Workbench } from "../pages/workbench.ts";

export interface Picture {
  /** The workspace: texts by their names; what has none is an example of the demo. */
  readonly files: Readonly<Record<string, string | undefined>>;
  /** Whether the side bar is seen. */
  readonly sideBar?: boolean;
  /** Brings to the screen what is to be seen. */
  readonly show: (ui: Workbench) => Promise<void>;
}

/** When all has come that moves the text: the commands above the first line come late. */
export async function openWhole(ui: Workbench, file: string): Promise<void> {
  await ui.editor.open(file);
  await ui.editor.area.locator(".codelens-decoration a").first().waitFor();
}

/** So that no tip is shown for what the mouse rests on. */
export async function moveMouseAway({ page }: Workbench): Promise<void> {
  await page.mouse.move(150, 15);
}
