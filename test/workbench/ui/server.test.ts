/**
 * Everything that a person does with a rule, from nothing to nothing and by the keyboard alone, with servers over the
 * network: the emulator, and a real LiveKit server where one can run.
 */
import assert from "node:assert/strict";
import { emptyServer, rawCall } from "../../livekit/support/raw-call.ts";
import { servers, type OpenServer } from "../../livekit/support/servers.ts";
import { FRONT_DESK, type Answer } from "./front-desk.ts";
import { inWorkbench, type Window } from "./workbench-test.ts";

const ANSWERS: readonly Answer[] = [...FRONT_DESK, ["Finish", "Save as a file and create"]];
const UNDO = "LiveKit Dispatch Rule: Undo Last Change of a Deployed Rule";
const FILE = "front-desk.dispatch-rule.json";

inWorkbench(
  (test) => {
    for (const { name, skip, open } of servers.filter(
      (each) => each.isReal === true || each.name.endsWith("HTTP"),
    ))
      test(
        `create, see, change the file, compare, update, undo, delete, undo: ${name}`,
        {},
        async (window) => {
          const server = await open();
          try {
            await emptyServer(server);
            await fromNothingToNothing(window, server);
          } finally {
            await emptyServer(server);
            await server.close();
          }
        },
        skip,
      );
  },
  ["newest"],
);

async function fromNothingToNothing({ ui, eventually, read }: Window, server: OpenServer): Promise<void> {
  const trunk = { name: "Main line", numbers: ["+15105550100"] };
  await rawCall(server, "SIP/CreateSIPInboundTrunk", { trunk });
  const { url, apiKey, apiSecret } = server.connection;
  await ui.sidebar.addProject({ name: "Office", url, apiKey, apiSecret });
  const shown = async () => (await ui.sidebar.rules()).find((rule) => rule.includes("rule Front desk,"));

  await ui.command("LiveKit Dispatch Rule: Create Dispatch Rule…");
  for (const [title, text] of ANSWERS) await ui.quickInput.step(title, text);
  await ui.quickInput.waitFor("Save the Dispatch Rule");
  await ui.quickInput.box.fill(FILE);
  await ui.quickInput.box.press("Enter");
  const question = await ui.notifications.agree("Create");
  assert.match(question, /Create "Front desk"\? In project "Office" \(.*\)/);
  await ui.sidebar.rule("Front desk").waitFor();
  const [created] = await deployedIn(server);
  assert.match(created ?? "", /front-desk/);

  await ui.editor.open(FILE);
  await ui.editor.replace("front-desk", "reception");
  await ui.editor.save();
  await eventually(() => read(FILE), /reception/);
  await ui.command("LiveKit Dispatch Rule: Compare with Deployed Rule…");
  await ui.editor.tab(`Front desk (Office) ↔ ${FILE}`).waitFor();
  await ui.page.locator(".monaco-diff-editor .line-insert").first().waitFor();

  await ui.editor.open(FILE);
  await ui.command("LiveKit Dispatch Rule: Update Deployed Rule from File…");
  assert.match(await ui.notifications.agree("Update"), /"front-desk" → "reception"/);
  await eventually(shown, /reception/);
  assert.match((await deployedIn(server)).join(), /reception/);

  await ui.command(UNDO);
  await ui.notifications.agree("Undo");
  await eventually(shown, /front-desk/);
  assert.deepEqual((await deployedIn(server)).map(idIn), [idIn(created)]);

  await ui.sidebar.focusRule("Front desk");
  await ui.page.keyboard.press("Delete");
  assert.match(await ui.notifications.agree("Delete"), /^Delete "Front desk"/);
  await eventually(shown, undefined);
  assert.deepEqual(await deployedIn(server), []);

  await ui.command(UNDO);
  assert.match(await ui.notifications.agree("Create Again"), /LiveKit gives it a new id/);
  await eventually(shown, /front-desk/);
  const [again, ...others] = await deployedIn(server);
  assert.deepEqual(others, []);
  assert.notEqual(idIn(again), idIn(created));
}

/** The rules that the server has, as it sends them. */
async function deployedIn(server: OpenServer): Promise<string[]> {
  const { items = [] } = await rawCall(server, "SIP/ListSIPDispatchRule", {});
  return (items as readonly object[]).map((rule) => JSON.stringify(rule));
}

function idIn(rule = ""): string | undefined {
  return /SDR_\w+/.exec(rule)?.[0];
}
