/** The extension as it was installed. */
import * as vscode from "vscode";
import { LANGUAGE, openFile, workspaceUri } from "./documents.ts";
import { equal, eventually, present } from "./expect.ts";
import { test } from "./runner.ts";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const extension = () =>
  present(vscode.extensions.getExtension("livekit-dispatch.livekit-dispatch"), "the extension");
const manifest = () => (extension().packageJSON as Manifest).contributes;

test("it starts with the first rule file", async () => {
  await vscode.workspace.fs.createDirectory(workspaceUri("."));
  const { document } = await openFile("start/dispatch-rule.json", "{}");
  equal(document.languageId, LANGUAGE, "the language of dispatch-rule.json");
  await eventually(() => extension().isActive, true, "the extension's activity");
  console.log(`VS Code ${vscode.version}, files on "${document.uri.scheme}:"`);
});

test("every command of the manifest is there", async () => {
  const there = new Set(await vscode.commands.getCommands(true));
  const missing = manifest().commands.filter(({ command }) => !there.has(command));
  equal(missing, [], "commands of the manifest that nobody registered");
});

test("every setting has a default", () => {
  const settings = vscode.workspace.getConfiguration();
  const names = Object.keys(manifest().configuration.properties);
  const without = names.filter((name) => settings.inspect(name)?.defaultValue === undefined);
  equal(without, [], "settings without a default");
  equal(settings.get("livekitDispatch.target"), "auto", "the target");
});
