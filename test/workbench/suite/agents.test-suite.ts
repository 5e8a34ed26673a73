/** From an agent in a rule file to the code that registers it, to all that name it, and another name in all of them. */
import * as vscode from "vscode";
import { openFile, shownBesideOthers, workspaceUri } from "./documents.ts";
import { equal, eventually } from "./expect.ts";
import { test } from "./runner.ts";

const WORKER = `from livekit import agents

agents.cli.run_app(agents.WorkerOptions(entrypoint_fnc=entrypoint, agent_name="booking-desk"))
`;
const NODE_WORKER = `import { ServerOptions, cli } from "@livekit/agents";

cli.runApp(new ServerOptions({ agent: import.meta.filename, agentName: 'booking-desk' }));
`;
const rule = (agent: string): string => `{
  "dispatch_rule": {
    "trunk_ids": ["ST_8m3KxQv7Rt2Z"],
    "rule": { "dispatchRuleIndividual": { "roomPrefix": "booking-" } },
    "room_config": { "agents": [{ "agent_name": "${agent}" }] }
  }
}
`;
const RULES = ["agents/desk.dispatch-rule.json", "agents/deep/er/night.dispatch-rule.json"] as const;
const CODE = ["agents/worker/main.py", "agents/worker/main.ts"] as const;

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceUri(path), new TextEncoder().encode(text));
}

/** Rules that name an agent, code that registers it, and one rule and one file of code with another one. */
async function workspace(): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
  await write(CODE[0], WORKER);
  await write(CODE[1], NODE_WORKER);
  await write("agents/worker/other.py", WORKER.replace("booking-desk", "booking-desk-2"));
  await write(RULES[1], rule("booking-desk"));
  await write("agents/other.dispatch-rule.json", rule("booking-desk-2"));
  const { document } = await openFile(RULES[0], rule("booking-desk"));
  return { document, position: document.positionAt(document.getText().indexOf("booking-desk") + 3) };
}

/** The path below the workspace, and the text at the place. */
async function shown(places: readonly vscode.Location[]): Promise<string[]> {
  const texts = places.map(async ({ uri, range }) => {
    const document = await vscode.workspace.openTextDocument(uri);
    return `${vscode.workspace.asRelativePath(uri, false)}: ${document.getText(range)}`;
  });
  return (await Promise.all(texts)).sort();
}

const inCode = CODE.map((path) => `${path}: booking-desk`);

test("an agent's name leads to the code that registers it, and to all that name it", async () => {
  const { document, position } = await workspace();
  const ask = (command: string) => async (): Promise<string[]> =>
    shown(
      (await vscode.commands.executeCommand<vscode.Location[] | undefined>(
        command,
        document.uri,
        position,
      )) ?? [],
    );
  await eventually(ask("vscode.executeDefinitionProvider"), inCode, "the definition");
  const uses = RULES.map((path) => `${path}: "booking-desk"`);
  await eventually(ask("vscode.executeReferenceProvider"), [...uses, ...inCode].sort(), "the references");
});

test("another name for an agent goes into every rule and into the code", async () => {
  const { document, position } = await workspace();
  const rename = (name: string): Thenable<vscode.WorkspaceEdit | undefined> =>
    vscode.commands.executeCommand("vscode.executeDocumentRenameProvider", document.uri, position, name);
  // What is not saved counts as well: the other rule is in an editor, with a line more.
  const other = await openFile(RULES[1], rule("booking-desk"));
  await other.edit((edit) => edit.insert(new vscode.Position(0, 0), "\n"));
  const changed = async (): Promise<string[]> =>
    ((await rename("front desk"))?.entries() ?? [])
      .map(([uri]) => vscode.workspace.asRelativePath(uri, false))
      .sort();
  await eventually(changed, [...RULES, ...CODE].sort(), "the files that a new name changes");
  const edit = await rename("front desk");
  equal(edit && (await vscode.workspace.applyEdit(edit)), true, "whether the edit was applied");
  const text = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(workspaceUri(path))).getText();
  equal(await text(RULES[0]), rule("front desk"), "the rule");
  equal(await text(RULES[1]), `\n${rule("front desk")}`, "the other rule");
  equal(await text(CODE[0]), WORKER.replace("booking-desk", "front desk"), "the code in Python");
  equal(await text(CODE[1]), NODE_WORKER.replace("booking-desk", "front desk"), "the code in TypeScript");
  equal(await text("agents/other.dispatch-rule.json"), rule("booking-desk-2"), "the rule with another agent");
  const refused = await Promise.resolve(rename('front "desk"')).then(
    (answer) => `was taken: ${JSON.stringify(answer)}`,
    (error: unknown) => (String(error).includes("quotes") ? "refused" : String(error)),
  );
  equal(refused, "refused", "a name that would end the string in code");
  await vscode.workspace.saveAll(false);
});

test("a rule with an agent that no worker registers is told", async () => {
  await write(CODE[0], WORKER);
  await write("agents/worker/other.py", WORKER);
  await vscode.workspace.fs.delete(workspaceUri(CODE[1]));
  const { document } = await openFile("agents/unknown/a.dispatch-rule.json", rule("booking-dask"));
  const isTold = (): boolean => shownBesideOthers(document).includes("agent-not-registered");
  await eventually(isTold, true, "whether the name is told");
  await write(CODE[1], NODE_WORKER.replace("booking-desk", "booking-dask"));
  await eventually(isTold, false, "whether it is told when code registers it");
  await vscode.workspace.fs.delete(workspaceUri("agents"), { recursive: true });
});
