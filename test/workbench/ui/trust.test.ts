/** A folder that nobody has vouched for must not decide where calls and tokens go; everything else works in it. */
import assert from "node:assert/strict";
import { inWorkbench } from "./workbench-test.ts";

const FILE = "front-desk.dispatch-rule.json";

inWorkbench(
  (test) => {
    test(
      "the .env of a folder that is not trusted gives no project, until the folder is trusted",
      {
        ".env": "LIVEKIT_URL=http://127.0.0.1:9\nLIVEKIT_API_KEY=theirs\nLIVEKIT_API_SECRET=not-a-secret\n",
        [FILE]: `{"rule": {"dispatchRuleDirect": {"roomName": "lobby"},}}`,
      },
      async ({ ui }) => {
        await ui.editor.open(FILE);
        await ui.editor.squiggles("error").first().waitFor();
        await ui.command("LiveKit SIP: Focus on Projects View");
        const welcome = ui.page.locator(".sidebar .welcome-view-content").first();
        await welcome.getByText("This folder is not trusted").waitFor();
        assert.equal(await ui.sidebar.row("Project").count(), 0);

        await ui.sidebar.openDemo();
        await ui.sidebar.row("Project Demo, active").waitFor();
        assert.equal(await ui.sidebar.row("Project").count(), 1);

        await ui.command("Workspaces: Manage Workspace Trust");
        await ui.page.getByRole("button", { name: "Trust", exact: true }).first().click();
        await ui.command("LiveKit SIP: Focus on Projects View");
        await ui.sidebar.row("Project .env").waitFor();
      },
    );
  },
  ["newest"],
  { distrusts: true },
);
