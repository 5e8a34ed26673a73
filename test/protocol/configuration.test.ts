/** Severities that are not the same for every file: in the settings, and in the project's configuration file. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, WorkspaceDiagnosticReport } from "vscode-languageserver/node";
import { CAPABLE, Client, PULLING } from "./client.ts";

const COMMA = `{"rule": {"dispatchRuleDirect": {"roomName": "a"}},}`;
const off = { "trailing-comma": "off" };

describe("severities by path", () => {
  let folder: string;
  let client: Client;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const configure = (value: object) =>
    writeFileSync(path.join(folder, ".livekit-dispatch.json"), JSON.stringify(value));
  const start = (capabilities: ClientCapabilities, initializationOptions?: object) =>
    Client.start({
      capabilities,
      initializationOptions,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "w" }],
    }).then((started) => (client = started));
  /** Whether the comma is reported in a file that is opened now. */
  const reports = async (name: string): Promise<boolean> => {
    const diagnostics = await client.openAndDiagnose(uriOf(name), COMMA);
    return diagnostics.some(({ code }) => code === "trailing-comma");
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "livekit-dispatch-configuration "));
    mkdirSync(path.join(folder, "legacy/deep"), { recursive: true });
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("settings are for the files that their globs mean, from the folder of the workspace", async () => {
    await start(CAPABLE, { overrides: { "legacy/**": off, "/one.json": off } });
    assert.equal(await reports("legacy/deep/a.json"), false);
    assert.equal(await reports("one.json"), false);
    assert.equal(await reports("deep/one.json"), true);
    assert.equal(await reports("two.json"), true);
    await client.openAndDiagnose("untitled:Untitled-1", COMMA);
    assert.deepEqual(client.log, []);
  });

  test("settings that make no sense are named", async () => {
    await start(CAPABLE, { overrides: { "{a": off } });
    await client.until(() => client.log[0], "a complaint");
    assert.match(client.log[0]!.message, /livekitDispatch\.overrides\["\{a"\]: the brackets/);
  });

  test("the nearest configuration file counts, above the settings and from the first look on", async () => {
    configure({ checks: { "trailing-comma": "hint" }, overrides: { "legacy/**": off } });
    mkdirSync(path.join(folder, "other"));
    writeFileSync(path.join(folder, "other/.livekit-dispatch.json"), "{}");
    await start(CAPABLE, { checks: { "trailing-comma": "warning", "unknown-field": "off" } });
    const diagnostics = await client.openAndDiagnose(uriOf("a.json"), COMMA.replace("}}", `}}, "x": 1`));
    assert.deepEqual(diagnostics.map(({ code, severity }) => [code, severity]).slice(-1), [
      ["trailing-comma", 4],
    ]);
    assert.ok(
      diagnostics.every(({ code }) => code !== "unknown-field"),
      "what the file does not say stays as set",
    );
    assert.equal(await reports("legacy/deep/b.json"), false);
    assert.equal(await reports("other/a.json"), true, "no other file counts");
    assert.equal(client.published.filter(({ uri }) => uri === uriOf("a.json")).length, 1);
  });

  test("a change of the file is followed", async () => {
    await start({
      ...CAPABLE,
      workspace: { ...CAPABLE.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
    });
    assert.equal(await reports("a.json"), true);
    const before = client.published.length;
    const watchers = await client.until(
      () => client.registrations.find(({ method }) => method.endsWith("WatchedFiles")),
      "watching",
    );
    const globs = (watchers.registerOptions as { watchers: { globPattern: string }[] }).watchers;
    assert.ok(globs.some(({ globPattern }) => globPattern === "**/.livekit-dispatch.json"));
    configure({ checks: off });
    client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(".livekit-dispatch.json"), type: 1 }],
    });
    const { diagnostics } = await client.until(() => client.published[before], "other diagnostics");
    assert.ok(diagnostics.every(({ code }) => code !== "trailing-comma"));
  });

  test("a mistake in it is told once, with its place", async () => {
    configure({ checks: { "trailing-coma": "off" } });
    await start(CAPABLE);
    assert.equal(await reports("a.json"), true);
    assert.equal(await reports("b.json"), true);
    await client.settled();
    assert.equal(client.log.length, 1);
    assert.match(
      client.log[0]!.message,
      /^Ignored in file:\/\/.*\/\.livekit-dispatch\.json: checks\["trailing-coma"\]/,
    );
  });

  test("it counts for files that nobody has open, and for those that are pulled", async () => {
    configure({ overrides: { "legacy/**": off } });
    for (const name of ["a.dispatch-rule.json", "legacy/b.dispatch-rule.json"])
      writeFileSync(path.join(folder, name), COMMA);
    await start(PULLING);
    const { items } = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds: [],
    });
    const reported = items.filter(
      (item) => item.kind === "full" && item.items.some(({ code }) => code === "trailing-comma"),
    );
    assert.deepEqual(
      reported.map(({ uri }) => uri),
      [uriOf("a.dispatch-rule.json")],
    );
    client.open(uriOf("legacy/c.json"), COMMA);
    const { items: open } = await client.about<{ items: { code: string }[] }>(
      "diagnostic",
      uriOf("legacy/c.json"),
    );
    assert.ok(open.every(({ code }) => code !== "trailing-comma"));
  });
});
