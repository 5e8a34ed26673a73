/** Forms, targets and names of files, as a user sees and changes them. */
import path from "node:path";
import { inWorkbench } from "./workbench-test.ts";

const BARE = `{
  "trunk_ids": [],
  "rule": {
    "dispatchRuleDirect": {
      "roomName": "open-room"
    }
  }
}
`;
const WRAPPED = `{
  "dispatch_rule": {
    "trunk_ids": [],
    "rule": {
      "dispatchRuleDirect": {
        "roomName": "open-room"
      }
    }
  }
}
`;
const BROKEN = `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"},}}`;

/** Otherwise a line break may take a suggestion. */
const NO_SUGGESTIONS = `{"editor.acceptSuggestionOnEnter": "off"}`;

inWorkbench((test) => {
  test(
    "from the target in the status bar to a file that lk takes",
    { "dispatch-rule.json": BARE },
    async (window) => {
      const { ui, eventually, read } = window;
      await ui.editor.open("dispatch-rule.json");
      await eventually(() => ui.fileStatus.innerText(), " Bare rule · auto");
      await ui.fileStatus.click();
      await ui.quickInput.pick("lk sip dispatch create", "Who will read your dispatch-rule files?");
      await eventually(() => ui.fileStatus.innerText(), " Bare rule · lk create");
      await ui.editor.squiggles("error").first().waitFor();
      await ui.command("LiveKit Dispatch Rule: Convert to Create Request (in dispatch_rule)");
      await eventually(() => ui.fileStatus.innerText(), " Create request · lk create");
      await eventually(() => ui.editor.squiggles("error").count(), 0);
      await ui.editor.save();
      await eventually(() => read("dispatch-rule.json"), WRAPPED);
      await eventually(() => JSON.parse(read(".vscode/settings.json")) as unknown, {
        "livekitDispatch.target": "lk-create",
      });
    },
  );

  test(
    "the palette offers what fits the form",
    { "dispatch-rule.json": BARE, "other.json": "{}" },
    async ({ ui, eventually }) => {
      const offered = async () =>
        (await ui.quickInput.commandsFor("LiveKit Dispatch Rule: Convert")).filter((title) =>
          title.includes("Convert"),
        );
      await ui.editor.open("dispatch-rule.json");
      await eventually(() => ui.fileStatus.innerText(), " Bare rule · auto");
      await eventually(offered, ["LiveKit Dispatch Rule: Convert to Create Request (in dispatch_rule)"]);
      await ui.editor.open("other.json");
      await ui.fileStatus.waitFor({ state: "hidden" });
    },
  );

  test("a file becomes a rule file by its name", { "plain.json": BROKEN }, async ({ ui, eventually }) => {
    await ui.editor.open("plain.json");
    await ui.explorer.rename("plain.json", "plain.dispatch-rule.json");
    await ui.editor.tab("plain.dispatch-rule.json").waitFor();
    await eventually(() => ui.fileStatus.innerText(), " Bare rule · auto");
    await ui.editor.squiggles("error").first().waitFor();
    await ui.explorer.rename("plain.dispatch-rule.json", "plain.json");
    await ui.fileStatus.waitFor({ state: "hidden" });
  });

  test(
    "a file of another kind is opened as JSON, and stays JSON",
    { "freight/dispatch_rules.json": `{"carriers": []}` },
    async (window) => {
      const { ui, eventually, read, folder } = window;
      await ui.editor.open("dispatch_rules.json");
      await eventually(() => ui.fileStatus.innerText(), " No dispatch rule · auto");
      await ui.command("LiveKit Dispatch Rule: Open as JSON, Now and Later");
      await ui.fileStatus.waitFor({ state: "hidden" });
      await ui.page.locator('.statusbar-item[id="status.editor.mode"]', { hasText: /^JSON$/ }).waitFor();
      await eventually(() => associationsIn(read(".vscode/settings.json")), {
        [`**/${path.basename(folder)}/freight/dispatch_rules.json`]: "json",
      });
    },
  );

  test("a file is filled with a whole rule", { "new.dispatch-rule.json": "" }, async (window) => {
    const { ui, eventually, read } = window;
    await ui.editor.open("new.dispatch-rule.json");
    await ui.command("Snippets: Fill File with Snippet");
    await ui.quickInput.pick("Create request: a room for each caller, with an agent");
    await eventually(() => ui.fileStatus.innerText(), " Create request · auto");
    await ui.editor.save();
    await eventually(() => kindIn(read("new.dispatch-rule.json")), {
      dispatchRuleIndividual: { roomPrefix: "call" },
    });
  });

  test(
    "brackets and quotes close themselves, and lines are indented",
    { "new.dispatch-rule.json": "", ".vscode/settings.json": NO_SUGGESTIONS },
    async (window) => {
      const { ui, eventually, read } = window;
      await ui.editor.open("new.dispatch-rule.json");
      await ui.fileStatus.waitFor();
      for (const [typed, shown] of [
        ["{", "{}"],
        ["\n", "{\n    \n}"],
        ['"rule": ', '{\n    "rule": \n}'],
        ["{", '{\n    "rule": {}\n}'],
        ["\n", '{\n    "rule": {\n        \n    }\n}'],
        ['"dispatchRuleDirect": ', '{\n    "rule": {\n        "dispatchRuleDirect": \n    }\n}'],
        ["{", '{\n    "rule": {\n        "dispatchRuleDirect": {}\n    }\n}'],
      ] as const) {
        await ui.editor.type(typed);
        await eventually(() => ui.editor.text(), shown);
      }
      await ui.editor.save();
      await eventually(
        () => read("new.dispatch-rule.json"),
        '{\n    "rule": {\n        "dispatchRuleDirect": {}\n    }\n}',
      );
    },
  );
});

/** Which files the settings give to which language. */
function associationsIn(settings: string): Readonly<Record<string, string>> {
  return (JSON.parse(settings) as { "files.associations": Record<string, string> })["files.associations"];
}

/** The kind of the rule in a create request. */
function kindIn(request: string): unknown {
  return (JSON.parse(request) as { dispatch_rule: { rule: unknown } }).dispatch_rule.rule;
}
