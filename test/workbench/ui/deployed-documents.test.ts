/** Deployed rules as documents: what saving sends, and what automatic saving never does. */
import assert from "node:assert/strict";
import { inWorkbench } from "./workbench-test.ts";

const OPEN = "LiveKit Dispatch Rule: Open Deployed Rule…";
const AUTO_SAVE = { "files.autoSave": "afterDelay", "files.autoSaveDelay": 50 };
/** Many times the delay. */
const LONG_MS = 1500;

inWorkbench((test) => {
  test(
    "automatic saving sends nothing and says so once; a save that is asked for shows what changes",
    { ".vscode/settings.json": JSON.stringify(AUTO_SAVE), "notes.txt": "" },
    async ({ ui, eventually, read }) => {
      const bookings = async () => (await ui.sidebar.rules()).find((rule) => rule.includes("rule Bookings,"));
      const pause = () => ui.page.waitForTimeout(LONG_MS);
      await ui.sidebar.openDemo();
      // The setting is in force: a file is saved by itself.
      await ui.editor.open("notes.txt");
      await ui.editor.type("x");
      await eventually(() => read("notes.txt"), "x");

      await ui.command(OPEN);
      await ui.quickInput.pick("Bookings", "Open Dispatch Rule");
      await ui.editor.tab("Bookings.dispatch-rule.json").waitFor();
      assert.match(await ui.editor.text(), /^ {6}"roomPrefix": "booking"/m);
      const typeBeforePrefix = async (text: string): Promise<void> => {
        await ui.editor.moveTo(5, `      "roomPrefix": "`.length + 1);
        await ui.editor.type(text);
      };
      await typeBeforePrefix("a");
      const refusal = ui.notifications.saying(/saving by itself sends nothing/);
      await refusal.waitFor();
      await ui.command("Notifications: Clear All Notifications");
      await refusal.waitFor({ state: "detached" });
      for (const text of ["b", "c"]) {
        await typeBeforePrefix(text);
        await pause();
        assert.equal(await refusal.count(), 0, "the same message over and over");
      }
      assert.match(await ui.editor.text(), /"cbabooking"/, "nothing that was typed is lost");
      assert.match((await bookings()) ?? "", /→ booking_/, "nothing was sent");
      assert.equal(await ui.notifications.dialog.count(), 0);

      await ui.page.keyboard.press("Control+S");
      await ui.notifications.dialog.waitFor();
      await ui.page.keyboard.press("Escape");
      await ui.notifications
        .saying(/\(Not saved: you cancelled, and nothing was updated in project "Demo"/)
        .waitFor();
      assert.match(await ui.editor.text(), /"cbabooking"/);
      assert.match((await bookings()) ?? "", /→ booking_/, "nothing was sent");

      await ui.page.keyboard.press("Control+S");
      assert.match(await ui.notifications.agree("Update"), /"booking" → "cbabooking"/);
      await eventually(bookings, /cbabooking_/);
    },
  );
});
