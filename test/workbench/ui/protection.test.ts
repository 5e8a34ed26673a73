/** What protects people: from changes of others, misleading names, keys pressed too soon, and a server that is gone. */
import assert from "node:assert/strict";
import type { Workbench } from "../pages/workbench.ts";
import { rawCall } from "../../livekit/support/raw-call.ts";
import { servers, type OpenServer } from "../../livekit/support/servers.ts";
import { inWorkbench } from "./workbench-test.ts";

const HOSTILE = `$(trash) **[Pay](command:workbench.action.quit)** <img src=x onerror=alert(1)> ../../etc\u202Egnp.`;

inWorkbench(
  (test) => {
    test("a hostile name is text wherever it stands; the menu of a rule renames it", {}, async (window) => {
      const { ui, eventually } = window;
      await withServer(async (server) => {
        await createRule(server, HOSTILE);
        await open(ui, server);
        const row = ui.sidebar.rows.filter({ hasText: "onerror" });
        await row.waitFor();
        assert.equal(await ui.page.locator(".sidebar img, .sidebar a[href^='command:']").count(), 0);

        await ui.explorer.chooseFromMenu(row, "Delete Deployed Rules…");
        await ui.notifications.dialog.waitFor();
        assert.equal(
          await ui.notifications.dialog.locator("a:not([role=button]), img, .codicon-trash").count(),
          0,
        );
        const question = await ui.notifications.dialog.locator(".dialog-message").innerText();
        assert.doesNotMatch(question, /\u202E|\]\(command/);
        await ui.page.keyboard.press("Escape");
        await ui.notifications.dialog.waitFor({ state: "hidden" });

        await ui.explorer.chooseFromMenu(row, "Open Deployed Rule…");
        await ui.editor.tab(/^[\p{L}\p{N}_-]+\.dispatch-rule\.json$/u).waitFor();

        await ui.explorer.chooseFromMenu(row, "Rename Deployed Rule…");
        await ui.quickInput.answer("Harmless", "Rename");
        assert.match(await ui.notifications.agree("Rename"), /New name: "Harmless"/);
        await ui.sidebar.rule("Harmless").waitFor();
        assert.equal(await ui.page.locator(".notifications-toasts a[href^='command:']").count(), 0);
        await eventually(async () => (await ui.sidebar.rules()).length, 1);
      });
    });

    test(
      "what others have changed meanwhile is not written over, and no text is lost",
      {},
      async (window) => {
        const { ui, eventually } = window;
        await withServer(async (server) => {
          const id = await createRule(server, "Front desk");
          await open(ui, server);
          await ui.command("LiveKit Dispatch Rule: Open Deployed Rule…");
          await ui.quickInput.pick("Front desk", "Open Dispatch Rule");
          await ui.editor.tab("Front-desk.dispatch-rule.json").waitFor();
          await ui.editor.replace("lobby", "mine");
          const theirs = { sipDispatchRuleId: id, update: { metadata: "theirs" } };
          await rawCall(server, "SIP/UpdateSIPDispatchRule", theirs);
          await ui.page.keyboard.press("Control+S");
          const refusal = ui.notifications.saying(
            /Somebody has changed "Front desk".*Your text is still in the editor/,
          );
          await refusal.waitFor();
          assert.match(await ui.editor.text(), /"mine"/);
          assert.match(await deployed(server), /lobby.*theirs|theirs.*lobby/);

          await ui.notifications.press(/Your text is still in the editor/, "Overwrite…");
          assert.match(await ui.notifications.agree("Update"), /metadata: "theirs" would be cleared/);
          await eventually(() => deployed(server), /mine/);
        });
      },
    );

    test(
      "in a production project a key is not enough: its name is typed before anything changes",
      {},
      async (window) => {
        const { ui, eventually } = window;
        await withServer(async (server) => {
          await createRule(server, "Front desk");
          await open(ui, server);
          await ui.explorer.chooseFromMenu(ui.sidebar.row("Project Office,"), "Mark Project as Production");
          await ui.sidebar.row("Project Office, active, production").waitFor();
          const deleteIt = async (): Promise<void> => {
            await ui.sidebar.focusRule("Front desk");
            await ui.page.keyboard.press("Delete");
            await ui.notifications.agree("Delete");
            await ui.quickInput.waitFor("production project");
          };
          await deleteIt();
          await ui.quickInput.box.fill("office");
          await ui.quickInput.box.press("Enter");
          await eventually(() => ui.quickInput.message.innerText(), /Type Office to go on/);
          await ui.quickInput.dismiss();
          await ui.page.locator(".statusbar", { hasText: "Nothing was deleted." }).waitFor();
          assert.match(await deployed(server), /lobby/);
          await deleteIt();
          await ui.quickInput.answer("Office");
          await eventually(() => deployed(server), /^(?!.*lobby)/);
        });
      },
    );

    test("a server that is gone is told in words, with ways out, and the text stays", {}, async (window) => {
      const { ui, eventually } = window;
      await withServer(async (server) => {
        await createRule(server, "Front desk");
        await open(ui, server);
        await ui.command("LiveKit Dispatch Rule: Open Deployed Rule…");
        await ui.quickInput.pick("Front desk", "Open Dispatch Rule");
        await ui.editor.tab("Front-desk.dispatch-rule.json").waitFor();
        await ui.editor.replace("lobby", "mine");
        await server.close();
        await ui.page.keyboard.press("Control+S");
        await ui.notifications.saying(/127\.0\.0\.1/).waitFor();
        assert.match(await ui.editor.text(), /"mine"/);
        await ui.command("LiveKit Dispatch Rule: Refresh Explorer");
        const rows = async () => (await ui.sidebar.rows.allInnerTexts()).join(" | ");
        for (const way of ["Retry", "Select Project", "Open Demo Project", "Show Output"])
          await eventually(rows, new RegExp(way));
      });
    });
  },
  ["newest"],
);

async function withServer(run: (server: OpenServer) => Promise<void>): Promise<void> {
  const emulator = servers.find(({ name }) => name === "the emulator over HTTP");
  if (!emulator) throw new Error("There is no emulator over HTTP.");
  const server = await emulator.open();
  try {
    await run(server);
  } finally {
    await server.close();
  }
}

async function open(ui: Workbench, { connection: { url, apiKey, apiSecret } }: OpenServer): Promise<void> {
  await ui.sidebar.addProject({ name: "Office", url, apiKey, apiSecret });
  await ui.sidebar.rows.filter({ hasText: "direct →" }).waitFor();
}

async function createRule(server: OpenServer, name: string): Promise<string> {
  const rule = { dispatchRuleDirect: { roomName: "lobby" } };
  const created = await rawCall(server, "SIP/CreateSIPDispatchRule", { dispatch_rule: { name, rule } });
  return String(created["sip_dispatch_rule_id"] ?? created["sipDispatchRuleId"]);
}

async function deployed(server: OpenServer): Promise<string> {
  return JSON.stringify(await rawCall(server, "SIP/ListSIPDispatchRule", {}));
}
