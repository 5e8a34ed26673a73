/** Moments in which people and servers do what nobody has planned for: giving up, saving, starting, and very many rules. */
import assert from "node:assert/strict";
import path from "node:path";
import { writeFileSync } from "node:fs";
import { rawCall } from "../../livekit/support/raw-call.ts";
import type { OpenServer } from "../../livekit/support/servers.ts";
import type { Workbench } from "../pages/workbench.ts";
import { startHoldingServer, type HoldingServer } from "./holding-server.ts";
import { inWorkbench } from "./workbench-test.ts";

const CREATE = "LiveKit Dispatch Rule: Create Dispatch Rule…";
const UPDATE = "LiveKit Dispatch Rule: Update Deployed Rule from File…";
const OPEN = "LiveKit Dispatch Rule: Open Deployed Rule…";
const FILE = "front-desk.dispatch-rule.json";

function rule(room: string): object {
  return { name: "Front desk", rule: { dispatchRuleDirect: { roomName: room } } };
}

function fileOf(room: string): string {
  return `${JSON.stringify({ dispatch_rule: rule(room) }, null, 2)}\n`;
}

inWorkbench(
  (test) => {
    test(
      "whoever gives up waiting reads what is known: nothing was sent, or it may be done",
      { [FILE]: fileOf("lobby") },
      async ({ ui, eventually }) => {
        await withServer(async (server) => {
          await addProject(ui, server);
          await ui.sidebar.rows.filter({ hasText: "No dispatch rules" }).waitFor();
          await ui.editor.open(FILE);

          const reading = server.hold("ListSIPDispatchRule");
          await createFromFile(ui);
          await reading.reached;
          await ui.notifications.press(/Looking at what is deployed/, "Cancel");
          await ui.page.locator(".statusbar", { hasText: "Cancelled; nothing was changed by it." }).waitFor();
          reading.release();
          assert.equal(count(server, "CreateSIPDispatchRule"), 0);

          const creating = server.hold("CreateSIPDispatchRule");
          await createFromFile(ui);
          await ui.notifications.agree("Create");
          await creating.reached;
          await ui.notifications.press(/Creating the rule/, "Cancel");
          const told = ui.notifications.saying(
            /Cancelled\. What you asked for may have been done all the same/,
          );
          await told.waitFor();
          await told.getByRole("button", { name: "List Dispatch Rules", exact: true }).waitFor();
          assert.equal(await told.getByRole("button", { name: "Retry", exact: true }).count(), 0);
          // What really happened is in view by itself.
          await ui.sidebar.rule("Front desk").waitFor();
          creating.release();
          await eventually(() => count(server, "CreateSIPDispatchRule"), 1);
        });
      },
    );

    test(
      "a file that is saved while it updates a rule: what was asked about is sent, once, and the rest is a difference",
      { [FILE]: fileOf("reception") },
      async ({ ui, eventually, read }) => {
        await withServer(async (server) => {
          await rawCall(server, "SIP/CreateSIPDispatchRule", { dispatch_rule: rule("lobby") });
          await addProject(ui, server);
          await ui.sidebar.rule("Front desk").waitFor();
          await ui.editor.open(FILE);
          const updating = server.hold("UpdateSIPDispatchRule");
          await ui.command(UPDATE);
          assert.match(await ui.notifications.agree("Update"), /"lobby" → "reception"/);
          await updating.reached;

          await ui.editor.open(FILE);
          await ui.editor.replace("reception", "counter");
          await ui.editor.save();
          await eventually(() => read(FILE), /counter/);
          await ui.command(UPDATE);
          await ui.notifications.saying("This is under way already: nothing is sent twice.").waitFor();
          updating.release();
          await ui.notifications.saying(/Updated "Front desk"/).waitFor();
          assert.equal(count(server, "UpdateSIPDispatchRule"), 1);
          assert.match(await deployed(server), /"reception"/);
          const lenses = async () => (await ui.page.locator(".codelens-decoration").allInnerTexts()).join();
          await eventually(lenses, /Differs from Office: 1 changed/);
        });
      },
    );

    test(
      "a deployed rule that is saved again while it is being updated: the second save asks about what is new, no text is lost",
      {},
      async ({ ui, eventually }) => {
        await withServer(async (server) => {
          await rawCall(server, "SIP/CreateSIPDispatchRule", { dispatch_rule: rule("lobby") });
          await addProject(ui, server);
          await ui.command(OPEN);
          await ui.quickInput.pick("Front desk", "Open Dispatch Rule");
          await ui.editor.tab("Front-desk.dispatch-rule.json").waitFor();
          await ui.editor.replace("lobby", "reception");
          const updating = server.hold("UpdateSIPDispatchRule");
          await ui.page.keyboard.press("Control+S");
          await ui.notifications.agree("Update");
          await updating.reached;
          await ui.editor.area.click();
          await ui.editor.replace("reception", "counter");
          await ui.page.keyboard.press("Control+S");
          updating.release();
          assert.match(await ui.notifications.agree("Update"), /"reception" → "counter"/);
          await eventually(() => deployed(server), /"counter"/);
          assert.match(await ui.editor.text(), /"counter"/);
          assert.equal(count(server, "UpdateSIPDispatchRule"), 2);
        });
      },
    );

    test(
      "a rule that others have deleted since it was listed: opening it says so in words",
      {},
      async ({ ui }) => {
        await withServer(async (server) => {
          const created = await rawCall(server, "SIP/CreateSIPDispatchRule", {
            dispatch_rule: rule("lobby"),
          });
          await addProject(ui, server);
          await ui.sidebar.rule("Front desk").waitFor();
          const id = created["sip_dispatch_rule_id"] ?? created["sipDispatchRuleId"];
          await rawCall(server, "SIP/DeleteSIPDispatchRule", { sip_dispatch_rule_id: id });
          await ui.sidebar.rule("Front desk").click();
          await ui.notifications
            .saying(/The rule "Front desk" \(SDR_\w+\) is not deployed .* any more/)
            .waitFor();
          await ui.sidebar.rows.filter({ hasText: "No dispatch rules" }).waitFor();
        });
      },
    );

    test(
      "started offline: the language works, the view says what is wrong, and Retry reads what is there later",
      { [FILE]: `{"rule": {"dispatchRuleDirect": {"roomName": "lobby"},}}` },
      async ({ ui, eventually, folder }) => {
        const closed = await startHoldingServer();
        const { url, apiKey, apiSecret } = closed.connection;
        await closed.close();
        writeFileSync(
          path.join(folder, ".env"),
          `LIVEKIT_URL=${url}\nLIVEKIT_API_KEY=${apiKey}\nLIVEKIT_API_SECRET=${apiSecret}\n`,
        );
        // As VS Code starts the next morning.
        await ui.page.reload();
        await ui.editor.open(FILE);
        await ui.editor.squiggles("error").first().waitFor();
        await ui.command("LiveKit SIP: Focus on Projects View");
        const rows = async () => (await ui.sidebar.rows.allInnerTexts()).join(" | ");
        await eventually(rows, /Nothing answers there/);
        for (const way of ["Retry", "Open Demo Project", "Show Output"])
          await eventually(rows, new RegExp(way));
        assert.equal(await ui.notifications.dialog.count(), 0);

        const server = await startHoldingServer([], Number(new URL(url).port));
        try {
          await rawCall(server, "SIP/CreateSIPDispatchRule", { dispatch_rule: rule("lobby") });
          await ui.sidebar.rows.filter({ hasText: "Retry" }).click();
          await ui.sidebar.rule("Front desk").waitFor();
          assert.doesNotMatch(await rows(), /Nothing answers there/);
        } finally {
          await server.close();
        }
      },
    );

    test("five thousand rules are a page, a filter and a search away", {}, async ({ ui, eventually }) => {
      const server = await startHoldingServer(manyRules(5000));
      try {
        await addProject(ui, server);
        await ui.sidebar.row("Dispatch rules").waitFor();
        await eventually(() => ui.sidebar.row("Dispatch rules").innerText(), /5,000/);
        await ui.sidebar.focusRule("rule 58");
        const drawn = await ui.sidebar.rows.count();
        assert.ok(drawn < 100, `${drawn} rows are drawn`);

        await ui.command("LiveKit Dispatch Rule: Filter Explorer…");
        await ui.quickInput.answer("rule 4999");
        await eventually(() => ui.sidebar.row("Dispatch rules").innerText(), /1 of 5,000/);
        await ui.sidebar.rule("rule 4999").waitFor();
        await ui.command("LiveKit Dispatch Rule: Clear Explorer Filter");
        await ui.command("LiveKit Dispatch Rule: List Dispatch Rules…");
        await ui.quickInput.pick("rule 4321", "Dispatch Rules");
        await ui.editor.tab("rule-4321.dispatch-rule.json").waitFor();
      } finally {
        await server.close();
      }
    });
  },
  ["newest"],
);

function manyRules(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const digits = String(index).padStart(4, "0");
    return {
      sipDispatchRuleId: `SDR_00000000${digits}`,
      name: `rule ${index}`,
      rule: { dispatchRuleIndividual: { roomPrefix: `room-${digits}` } },
      numbers: [`+1510555${digits}`],
    };
  });
}

async function withServer(run: (server: HoldingServer) => Promise<void>): Promise<void> {
  const server = await startHoldingServer();
  try {
    await run(server);
  } finally {
    await server.close();
  }
}

function addProject(ui: Workbench, { connection: { url, apiKey, apiSecret } }: OpenServer): Promise<void> {
  return ui.sidebar.addProject({ name: "Office", url, apiKey, apiSecret });
}

async function createFromFile(ui: Workbench): Promise<void> {
  await ui.command(CREATE);
  await ui.quickInput.pick(`From ${FILE}`, "Create Dispatch Rule");
}

function count({ done }: HoldingServer, call: string): number {
  return done.filter((each) => each === call).length;
}

async function deployed(server: OpenServer): Promise<string> {
  return JSON.stringify(await rawCall(server, "SIP/ListSIPDispatchRule", {}));
}
