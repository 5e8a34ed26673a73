/** Diagnostics of files that nobody has open, and settings of the folders that they lie in. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver/node";
import { Client, PULLING } from "./client.ts";

const COMMA = `{"rule": {"dispatchRuleDirect": {"roomName": "a"}},}`;
const WATCHING = {
  ...PULLING,
  workspace: {
    ...PULLING.workspace,
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
} satisfies ClientCapabilities;

describe("diagnostics of a workspace", () => {
  let folder: string;
  let client: Client;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const folders = () => [{ uri: pathToFileURL(folder).href, name: "w" }];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-workspace-"));
    mkdirSync(path.join(folder, "dispatch-rules"));
    mkdirSync(path.join(folder, "node_modules"));
    write("a.dispatch-rule.json", COMMA);
    write("dispatch-rules/b.json", "{}");
    write("other.json", COMMA);
    write("node_modules/dispatch-rule.json", COMMA);
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (capabilities: ClientCapabilities, configuration?: (uri?: string) => unknown) =>
    (client = await Client.start({
      capabilities,
      workspaceFolders: folders(),
      ...(configuration && { configuration }),
    }));

  type Known = { uri: string; value: string }[];
  const pull = (previousResultIds: Known = [], more = {}) =>
    client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds, ...more });
  const resultIds = ({ items }: WorkspaceDiagnosticReport): Known =>
    items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
  const codesOf = ({ items }: WorkspaceDiagnosticReport, name: string): unknown[] | undefined => {
    const report = items.find(({ uri }) => uri === uriOf(name));
    return report?.kind === "full" ? report.items.map(({ code }) => code) : undefined;
  };

  test("rule files are found and checked, others are not looked at", async () => {
    await start(PULLING);
    const report = await pull();
    assert.deepEqual(
      report.items.map(({ uri }) => uri).sort(),
      [uriOf("a.dispatch-rule.json"), uriOf("dispatch-rules/b.json")].sort(),
    );
    assert.ok(codesOf(report, "a.dispatch-rule.json")?.includes("trailing-comma"));
    const again = await pull(resultIds(report));
    assert.ok(again.items.every(({ kind }) => kind === "unchanged"));
  });

  test("a file that is gone is taken back, one that is open is left to its own request", async () => {
    await start(PULLING);
    const first = await pull();
    client.open(uriOf("dispatch-rules/b.json"), COMMA);
    rmSync(path.join(folder, "a.dispatch-rule.json"));
    const second = await pull(resultIds(first));
    assert.deepEqual(second.items, [
      { uri: uriOf("a.dispatch-rule.json"), version: null, kind: "full", items: [] },
    ]);
  });

  test("a file whose document was closed is told until the client has surely listened", async () => {
    await start(WATCHING);
    const uri = uriOf("a.dispatch-rule.json");
    client.open(uri, "{}");
    const first = await pull();
    assert.equal(codesOf(first, "a.dispatch-rule.json"), undefined);
    client.close(uri);
    // What `vscode-languageclient` asks: it has forgotten what it knew of the file.
    const others = resultIds(first);
    const told = await pull(others);
    assert.ok(codesOf(told, "a.dispatch-rule.json")?.includes("trailing-comma"));
    const again = await pull(others);
    assert.ok(codesOf(again, "a.dispatch-rule.json")?.includes("trailing-comma"), "it may not have listened");
    const last = await pull([...others, ...resultIds(again).filter((each) => each.uri === uri)]);
    assert.ok(codesOf(last, "a.dispatch-rule.json")?.includes("trailing-comma"));
    client.open(uri, "{}");
    rmSync(path.join(folder, "a.dispatch-rule.json"));
    client.close(uri);
    assert.deepEqual(
      codesOf(await pull(others), "a.dispatch-rule.json"),
      [],
      "though it does not name the file",
    );
  });

  test("the answer to a question without news waits for a change on the disk", async () => {
    await start(WATCHING);
    await client.until(
      () => client.registrations.find(({ method }) => method.endsWith("WatchedFiles")),
      "watching",
    );
    const first = await pull();
    const waiting = pull(resultIds(first));
    let isAnswered = false;
    void waiting.then(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(isAnswered, false);
    write("dispatch-rules/b.json", COMMA);
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("dispatch-rules/b.json"), type: 2 }],
    });
    assert.ok(codesOf(await waiting, "dispatch-rules/b.json")?.includes("trailing-comma"));
    const { refreshes } = client;
    client.notify("workspace/didChangeWatchedFiles", { changes: [] });
    await client.until(() => (client.refreshes > refreshes ? true : undefined), "a refresh: nobody waits");
  });

  test("a question that waits can be taken back", async () => {
    await start(WATCHING);
    const first = await pull();
    const cancellation = new CancellationTokenSource();
    const params = { previousResultIds: resultIds(first) };
    const waiting = client.connection.sendRequest("workspace/diagnostic", params, cancellation.token);
    setTimeout(() => cancellation.cancel(), 50);
    await assert.rejects(waiting, { code: -32800 });
  });

  test("many files come piece by piece to a client that takes them so", async () => {
    for (let index = 0; index < 50; index++) write(`dispatch-rules/${index}.json`, COMMA);
    await start(PULLING);
    let partial = 0;
    client.connection.onNotification("$/progress", ({ value }: { value: WorkspaceDiagnosticReport }) => {
      partial += value.items.length;
    });
    const rest = await pull([], { partialResultToken: "t" });
    assert.equal(partial, 40);
    assert.equal(partial + rest.items.length, 52);
  });

  test("each folder has its own settings, and is looked at again when they change", async () => {
    let level = "off";
    const checks = () => ({ checks: { "trailing-comma": level } });
    await start(WATCHING, (scope) => (scope === undefined ? {} : checks()));
    const first = await pull();
    assert.ok(!codesOf(first, "a.dispatch-rule.json")?.includes("trailing-comma"));
    client.open("file:///elsewhere.json", COMMA);
    client.open(uriOf("c.json"), COMMA);
    const open = (uri: string) =>
      client
        .about<{ items: { code: string }[] }>("diagnostic", uri)
        .then(({ items }) => items.map(({ code }) => code));
    assert.ok((await open("file:///elsewhere.json")).includes("trailing-comma"));
    assert.ok(!(await open(uriOf("c.json"))).includes("trailing-comma"));
    level = "hint";
    const waiting = pull(resultIds(first));
    client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.ok(codesOf(await waiting, "a.dispatch-rule.json")?.includes("trailing-comma"));
    assert.ok((await open(uriOf("c.json"))).includes("trailing-comma"));
  });
});
