/** From the palette to a rule in the project and back, by the keyboard alone, in the demo project. */
import assert from "node:assert/strict";
import { isThere, until } from "../pages/locate.ts";
import type { Workbench } from "../pages/workbench.ts";
import { FRONT_DESK, type Answer } from "./front-desk.ts";
import { inWorkbench } from "./workbench-test.ts";
import { BOOKINGS } from "../bookings.ts";

const ANEW = "Start Anew";
/** The title of the question whether to go on. */
const UNFINISHED = "it was left before it was finished";
const CREATE = "LiveKit Dispatch Rule: Create Dispatch Rule…";
const ANSWERS: readonly Answer[] = [...FRONT_DESK, ["Finish"]];

inWorkbench((test) => {
  test("without a project the view says how to begin, and the demo is one press away", {}, async ({ ui }) => {
    await ui.command("LiveKit SIP: Focus on Projects View");
    const welcome = ui.page.locator(".sidebar .welcome-view-content").first();
    await welcome.getByRole("button", { name: "Add Project", exact: true }).waitFor();
    const demo = welcome.getByRole("button", { name: "Open Demo Project", exact: true });
    // The view is drawn anew while the extension starts, and a button that goes takes the focus along.
    await until(async () => {
      await demo.focus({ timeout: 2000 }).catch(() => undefined);
      await ui.page.keyboard.press("Enter");
      return isThere(ui.sidebar.rule("Bookings"));
    }, "Enter on the button opens the demo project");
    await ui.sidebar.row("Project Demo, active, emulated").waitFor();
  });

  test("a rule is created by a few questions, with Back, and undone", {}, async ({ ui, eventually }) => {
    await ui.sidebar.openDemo();
    const before = await ui.sidebar.rules();
    await ui.command(CREATE);
    await answer(ui, 0, 2);
    await ui.quickInput.waitFor("PIN");
    await ui.quickInput.box.fill("12 34");
    await eventually(() => ui.quickInput.message.innerText(), /No phone can enter this/);
    await answer(ui, 2, ANSWERS.length - 1);
    await ui.quickInput.waitFor("Finish");
    for (const [title] of ANSWERS.slice(0, -1).reverse()) {
      await ui.quickInput.back();
      await ui.quickInput.waitFor(title);
    }
    for (const [title] of ANSWERS) await ui.quickInput.step(title);
    const question = await ui.notifications.agree("Create");
    assert.match(question, /Create "Front desk"\?.*Demo/);
    assert.match(question, /front-desk/);
    await ui.sidebar.rule("Front desk").waitFor();
    await ui.notifications.saying(/Created "Front desk" \(SDR_\w+\)/).waitFor();

    await ui.command("LiveKit Dispatch Rule: Undo Last Change of a Deployed Rule");
    await ui.notifications.agree("Delete");
    await eventually(() => ui.sidebar.rules(), before);
  });

  test("wherever it is left, nothing is created", {}, async ({ ui, eventually }) => {
    await ui.sidebar.openDemo();
    const before = await ui.sidebar.rules();
    for (const [left] of ANSWERS.entries()) {
      await ui.command(CREATE);
      // Nothing is kept of the very first question, left as it stood.
      if (left > 1) await ui.quickInput.pick(ANEW, UNFINISHED);
      await answer(ui, 0, left);
      await ui.quickInput.waitFor(ANSWERS[left]?.[0]);
      await ui.quickInput.dismiss();
      await ui.page.locator(".statusbar", { hasText: "Nothing was created." }).waitFor();
    }
    await ui.command(CREATE);
    await ui.quickInput.pick(ANEW, UNFINISHED);
    await answer(ui, 0, ANSWERS.length);
    await ui.notifications.dialog.waitFor();
    await ui.page.keyboard.press("Escape");
    await ui.notifications.dialog.waitFor({ state: "hidden" });
    await eventually(() => ui.sidebar.rules(), before);
  });

  test(
    "answers are kept, and what is refused or left at the end stays in an editor",
    {},
    async ({ ui, eventually }) => {
      await ui.sidebar.openDemo();
      await ui.command(CREATE);
      await answer(ui, 0, 2);
      await ui.quickInput.waitFor("PIN");
      await ui.quickInput.box.fill("77");
      await ui.quickInput.dismiss();
      await ui.page.locator(".statusbar", { hasText: "Your answers are kept" }).waitFor();

      await ui.command(CREATE);
      await ui.quickInput.pick("Go On with Your Last Answers", UNFINISHED);
      await ui.quickInput.waitFor("PIN");
      assert.equal(await ui.quickInput.box.inputValue(), "77");
      await ui.page.keyboard.press("Alt+ArrowLeft");
      await ui.quickInput.step("Room");
      await ui.quickInput.waitFor("PIN");
      await ui.quickInput.box.fill("");
      await eventually(() => ui.quickInput.message.innerText(), /So far the rule "Everything else"/);
      await ui.quickInput.step("PIN", "");
      for (const [title] of ANSWERS.slice(3))
        await ui.quickInput.step(title, title === "Name of the rule" ? "Desk" : undefined);
      // While the message still stands there.
      await eventually(() => ui.editor.text(), /"name": "Desk"/);
      await ui.notifications.saying(/already takes the same trunk, numbers and PIN/).waitFor();

      await ui.command("View: Close All Editors");
      if (await isThere(ui.notifications.dialog)) await ui.notifications.answerDialog("Don't Save");
      await ui.command(CREATE);
      await ui.quickInput.pick("Go On with Your Last Answers", UNFINISHED);
      await ui.quickInput.step("Finish", "Save as a file");
      await ui.quickInput.waitFor("Save the Dispatch Rule");
      await ui.quickInput.dismiss();
      await ui.notifications.saying(/No file was written and nothing was created/).waitFor();
      await eventually(() => ui.editor.text(), /"name": "Desk"/);
    },
  );

  test(
    "a deployed rule is compared with a file, updated, brought back, deleted and brought back",
    { "bookings.dispatch-rule.json": BOOKINGS },
    async ({ ui, eventually }) => {
      const bookings = async () => (await ui.sidebar.rules()).find((rule) => rule.includes("rule Bookings,"));
      await ui.sidebar.openDemo();
      await ui.editor.open("bookings.dispatch-rule.json");
      await ui.command("LiveKit Dispatch Rule: Compare with Deployed Rule…");
      await ui.editor.tab("Bookings (Demo) ↔ bookings.dispatch-rule.json").waitFor();
      await ui.page.locator(".monaco-diff-editor .line-insert").first().waitFor();

      // Of what is compared: neither the file nor the rule is asked for.
      await ui.command("LiveKit Dispatch Rule: Update Deployed Rule from File…");
      const question = await ui.notifications.agree("Update");
      assert.match(question, /booking.*reservation/);
      assert.match(question, /agent/i, "what would be cleared");
      await eventually(bookings, /reservation_/);

      await ui.command("LiveKit Dispatch Rule: Undo Last Change of a Deployed Rule");
      await ui.notifications.agree("Undo");
      await eventually(bookings, /booking_/);

      await ui.sidebar.focusRule("VIP guests");
      await ui.page.keyboard.press("Control+Shift+Enter"); // selects what has the focus
      await ui.sidebar.focusRule("Bookings");
      await ui.page.keyboard.press("Delete"); // which is for the row in focus, and not for the one selected
      const which = await ui.notifications.agree("Delete");
      assert.match(which, /^Delete "Bookings" \(SDR_DemoBookings\)\? In project "Demo"/);
      assert.doesNotMatch(which, /VIP/);
      await eventually(bookings, undefined);
      await ui.command("LiveKit Dispatch Rule: Undo Last Change of a Deployed Rule");
      const again = await ui.notifications.agree("Create Again");
      assert.match(again, /LiveKit gives it a new id/);
      await eventually(bookings, /booking_/);

      await ui.command("LiveKit Dispatch Rule: Delete Deployed Rules…");
      await ui.quickInput.waitFor("Delete Which Rules?");
      await ui.quickInput.box.fill("VIP");
      await eventually(() => ui.quickInput.rows.count(), 1);
      await ui.page.keyboard.press("ArrowDown");
      await ui.page.keyboard.press("Enter"); // without a tick
      assert.match(await ui.notifications.agree("Delete"), /^Delete "VIP guests"/);
    },
  );

  test(
    "live calls, a simulated call, a copy and an import, by the keyboard alone",
    {},
    async ({ ui, eventually, read }) => {
      await ui.sidebar.openDemo();
      await ui.command("LiveKit Dispatch Rule: Show Live Calls");
      await ui.quickInput.pick("Bookings", "Show live calls");
      await ui.sidebar.row("Room booking_").waitFor();
      await ui.sidebar.row("Caller +15105550142").waitFor();

      await ui.sidebar.focusRule("Bookings");
      await ui.page.keyboard.press("Control+K");
      await ui.page.keyboard.press("Alt+S");
      await ui.quickInput.step("Simulate a call", "+15105550100");
      // Both questions have the same title.
      await ui.quickInput.message.filter({ hasText: "The number of the caller" }).waitFor();
      await ui.quickInput.answer("+15105550123", "Simulate a call");
      await ui.notifications.saying(/The call ends in room "booking_.*by rule "Bookings"/).waitFor();
      await ui.webview().getByText("Why the other rules lost").waitFor();

      await ui.command("LiveKit Dispatch Rule: Import Deployed Rules into Files…");
      await ui.quickInput.waitFor("Import Which Rules?");
      await ui.quickInput.box.fill("Bookings");
      await eventually(() => ui.quickInput.rows.count(), 1);
      await ui.page.keyboard.press("ArrowDown");
      await ui.page.keyboard.press("Space");
      await ui.page.keyboard.press("Enter");
      await ui.quickInput.pick("The rules themselves, with their ids", "Import 1 rule");
      await ui.quickInput.answer("dispatch-rules", "Import Dispatch Rules");
      await ui.notifications.saying("Imported 1 rule into dispatch-rules.").waitFor();
      assert.match(read("dispatch-rules/Bookings.dispatch-rule.json"), /"SDR_DemoBookings"/);
      await ui.sidebar.rows.filter({ hasText: "Bookings.dispatch-rule.json" }).waitFor();
      await eventually(async () => (await ui.sidebar.rows.allInnerTexts()).join(), /in sync/);

      await ui.sidebar.focusRule("Bookings");
      await ui.page.keyboard.press("Control+Shift+D");
      await ui.notifications.saying(/This is a copy\. LiveKit stores no two rules/).waitFor();
      await eventually(() => ui.editor.text(), /"name": "Bookings/);
    },
  );
});

/** From one question to before another, by their places. */
async function answer(ui: Workbench, from: number, to: number): Promise<void> {
  for (const [title, text] of ANSWERS.slice(from, to)) await ui.quickInput.step(title, text);
}
