/** What is wrong, as a user sees it, and the ways out. */
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { inWorkbench } from "./workbench-test.ts";

const TWO_KINDS = `{
  "dispatch_rule": {
    "rule": {
      "dispatchRuleDirect": {
        "roomName": "open-room"
      },
      "dispatchRuleIndividual": {
        "roomPrefix": "call"
      }
    }
  }
}
`;
const COMMAS = `{
  "dispatch_rule": {
    "rule": {
      "dispatchRuleDirect": {
        "roomName": "open-room",
      },
    },
  }
}
`;

inWorkbench((test) => {
  test(
    "a second kind of rule is underlined and explained",
    { "dispatch-rule.json": TWO_KINDS },
    async ({ ui }) => {
      await ui.editor.open("dispatch-rule.json");
      await ui.editor.squiggles("error").first().waitFor();
      const hover = await ui.editor.hover("dispatchRuleIndividual");
      assert.match(hover, /A rule has one kind/);
      assert.match(hover, /lk prints: .*oneof livekit\.SIPDispatchRule\.rule is already set/);
      const problems = (await ui.problems()).join("\n");
      assert.match(problems, /Error: A rule has one kind[^]*at line 7/);
      assert.match(problems, /The first kind[^]*at line 4/);
    },
  );

  test("one of two kinds is chosen from the menu", { "dispatch-rule.json": TWO_KINDS }, async (window) => {
    const { ui, eventually } = window;
    await ui.editor.open("dispatch-rule.json");
    await ui.editor.squiggles("error").first().waitFor();
    await ui.editor.moveTo(7, 10);
    const titles = await ui.editor.openActions();
    assert.deepEqual(titles.slice(0, 2), ["Keep direct", "Keep individual"]);
    await ui.editor.chooseAction("Keep individual");
    await eventually(async () => (await ui.editor.text()).includes("Direct"), false);
    await eventually(() => ui.editor.squiggles("error").count(), 0);
  });

  test("all that is safe is mended at once", { "dispatch-rule.json": COMMAS }, async (window) => {
    const { ui, eventually, read } = window;
    await ui.editor.open("dispatch-rule.json");
    await ui.editor.squiggles("error").first().waitFor();
    await ui.command("Fix All");
    await eventually(() => ui.editor.squiggles("error").count(), 0);
    await ui.editor.save();
    await eventually(() => read("dispatch-rule.json"), COMMAS.replace(/,(?=\n\s*\})/g, ""));
  });

  test("a problem is explained beside the file", { "dispatch-rule.json": COMMAS }, async ({ ui }) => {
    await ui.editor.open("dispatch-rule.json");
    await ui.editor.squiggles("error").first().waitFor();
    await ui.editor.moveTo(5, 32);
    await ui.command("LiveKit Dispatch Rule: Explain This Problem");
    await ui.webview().getByRole("heading", { name: "Trailing comma" }).waitFor();
  });

  test(
    "a check that the workspace turns off is silent",
    { "dispatch-rule.json": TWO_KINDS },
    async (window) => {
      const { ui, eventually, folder } = window;
      await ui.editor.open("dispatch-rule.json");
      await ui.editor.squiggles("error").first().waitFor();
      await writeSettings(folder, { "livekitDispatch.checks": { "rule-kinds": "off" } });
      await eventually(() => ui.editor.squiggles("error").count(), 0);
    },
  );
});

/** As another program would, while VS Code runs. */
async function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await mkdir(path.join(folder, ".vscode"), { recursive: true });
  await writeFile(path.join(folder, ".vscode/settings.json"), JSON.stringify(settings));
}
