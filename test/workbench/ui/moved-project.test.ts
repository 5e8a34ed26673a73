/** A project whose address is changed: what was read from the old server is not said of the new one. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { rawCall } from "../../livekit/support/raw-call.ts";
import { servers, type OpenServer } from "../../livekit/support/servers.ts";
import { inWorkbench } from "./workbench-test.ts";

const FILE = "front-desk.dispatch-rule.json";

inWorkbench(
  (test) => {
    test(
      "lenses and explorer follow a project to another server, each asking it anew",
      { [FILE]: JSON.stringify({ dispatch_rule: ruleInto("old") }, null, 2) },
      async ({ ui, eventually, folder }) => {
        const before = await serverWith("old");
        const after = await serverWith("new");
        const lenses = async () =>
          (await ui.page.locator(".codelens-decoration").allInnerTexts()).join(" | ");
        const pointTo = ({ connection: { url, apiKey, apiSecret } }: OpenServer) =>
          writeFileSync(
            path.join(folder, ".env"),
            `LIVEKIT_URL=${url}\nLIVEKIT_API_KEY=${apiKey}\nLIVEKIT_API_SECRET=${apiSecret}\n`,
          );
        try {
          await ui.editor.open(FILE);
          pointTo(before);
          await eventually(lenses, /Create in \.env…/);
          await ui.command("LiveKit SIP: Focus on Projects View");
          await ui.sidebar.rule("Front desk").waitFor();
          await eventually(lenses, /In sync with \.env/);

          // Nobody looks at the explorer: the file alone asks.
          await ui.command("View: Show Explorer");
          await ui.explorer.file(FILE).waitFor();
          pointTo(after);
          await eventually(lenses, /Differs from \.env: 1 changed/);

          await ui.command("LiveKit SIP: Focus on Projects View");
          await eventually(async () => (await ui.sidebar.rules()).join(), /direct → new/);
        } finally {
          await before.close();
          await after.close();
        }
      },
    );
  },
  ["newest"],
);

function ruleInto(room: string): object {
  return {
    name: "Front desk",
    numbers: ["+15105550177"],
    rule: { dispatchRuleDirect: { roomName: room } },
  };
}

async function serverWith(room: string): Promise<OpenServer> {
  const emulator = servers.find(({ name }) => name === "the emulator over HTTP");
  if (!emulator) throw new Error("There is no emulator over HTTP.");
  const server = await emulator.open();
  await rawCall(server, "SIP/CreateSIPDispatchRule", { dispatch_rule: ruleInto(room) });
  return server;
}
