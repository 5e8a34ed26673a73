/** Settings count at once, for what is open. */
import * as vscode from "vscode";
import { expectedProblems, openFile, shownProblems } from "./documents.ts";
import { eventually } from "./expect.ts";
import { test } from "./runner.ts";

const COMMA = `{"rule": {"dispatchRuleDirect": {"roomName": "open-room"},}}`;

async function set(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration("livekitDispatch");
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
}

test("a check can be turned down, off, and on again", async () => {
  const { document } = await openFile("levels.dispatch-rule.json", COMMA);
  const levels = () =>
    shownProblems(document)
      .filter((problem) => problem.includes("trailing-comma"))
      .map((problem) => problem.split(" ")[0]);
  await eventually(levels, ["error"], "the severity");
  await set("checks", { "trailing-comma": "hint" });
  await eventually(levels, ["hint"], "the severity that was set");
  await set("checks", { "trailing-comma": "off" });
  await eventually(levels, [], "the check that was turned off");
  await set("checks", undefined);
  await eventually(levels, ["error"], "the severity as before");
});

test("the target decides the verdict", async () => {
  const { document } = await openFile("target.dispatch-rule.json", COMMA.replace(",", ""));
  for (const target of ["lk-create", "api-update", "auto"] as const) {
    await set("target", target);
    await eventually(
      () => shownProblems(document),
      expectedProblems(document, target),
      `problems for ${target}`,
    );
  }
  await set("target", undefined);
});

test("nonsense in the settings is passed over", async () => {
  const { document } = await openFile("nonsense.dispatch-rule.json", COMMA);
  await set("checks", { "no-such-check": "off", "trailing-comma": 7 });
  await eventually(() => shownProblems(document), expectedProblems(document), "the problems");
  await set("checks", undefined);
});
