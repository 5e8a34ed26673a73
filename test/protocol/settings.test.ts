import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ClientCapabilities } from "vscode-languageserver/node";
import { CAPABLE, Client } from "./client.ts";

const URI = "file:///rule.json";
const COMMA = `{"rule": {"dispatchRuleDirect": {"roomName": "a"}},}`;
const ASKABLE: ClientCapabilities = {
  ...CAPABLE,
  workspace: {
    ...CAPABLE.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
  },
};

/** Severity of the trailing comma in the diagnostics sent last, or `undefined` if it is not among them. */
async function severity(client: Client): Promise<number | undefined> {
  await client.settled();
  const { diagnostics } = client.published.findLast(({ uri }) => uri === URI)!;
  return diagnostics.find(({ code }) => code === "trailing-comma")?.severity;
}

describe("settings", () => {
  test("are asked for where the client answers", async () => {
    let answer: unknown = { checks: { "trailing-comma": "hint" } };
    const client = await Client.start({ capabilities: ASKABLE, configuration: () => answer });
    await client.openAndDiagnose(URI, COMMA);
    assert.equal(client.published.length, 1, "nothing is published before the settings are known");
    assert.equal(await severity(client), 4);
    answer = { checks: { "trailing-comma": "off" } };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.published[1], "diagnostics under the new settings");
    assert.equal(await severity(client), undefined);
    assert.equal(client.published[1]!.version, 1);
    assert.deepEqual(client.log, []);
    await client.stop();
  });

  test("of the initialization stand until the client sends others", async () => {
    const client = await Client.start({ initializationOptions: { checks: { "trailing-comma": "info" } } });
    await client.openAndDiagnose(URI, COMMA);
    assert.equal(await severity(client), 3);
    client.notify("workspace/didChangeConfiguration", { settings: { editor: {} } });
    assert.equal(await severity(client), 3);
    const settings = { livekitDispatch: { checks: { "trailing-comma": "warning" } } };
    client.notify("workspace/didChangeConfiguration", { settings });
    assert.equal(await severity(client), 2);
    client.notify("workspace/didChangeConfiguration", { settings: { livekitDispatch: null } });
    assert.equal(await severity(client), 1);
    await client.stop();
  });

  test("may stand under their name in the initialization", async () => {
    const initializationOptions = { livekitDispatch: { target: "api-update" } };
    const client = await Client.start({ initializationOptions });
    client.open(URI, `{"rule": {"dispatchRuleDirect": {"roomName": "a"}}}`);
    const status = await client.request("livekitDispatch/fileStatus", { uri: URI });
    assert.deepEqual(status, { version: 1, form: "bare", target: "api-update" });
    await client.stop();
  });

  test("of the initialization stand where the client has no answer", async () => {
    const client = await Client.start({
      capabilities: ASKABLE,
      initializationOptions: { checks: { "trailing-comma": "hint" } },
      configuration: () => null,
    });
    await client.openAndDiagnose(URI, COMMA);
    assert.equal(await severity(client), 4);
    await client.stop();
  });

  test("a client that never answers does not keep diagnostics back for ever", async () => {
    const client = await Client.start({ capabilities: ASKABLE, configuration: () => new Promise(() => {}) });
    await client.openAndDiagnose(URI, COMMA);
    assert.equal(await severity(client), 1);
    await client.stop();
  });

  test("a client that answers with an error gets the defaults", async () => {
    const client = await Client.start({
      capabilities: ASKABLE,
      configuration: () => {
        throw new Error("no settings here");
      },
    });
    await client.openAndDiagnose(URI, COMMA);
    assert.equal(await severity(client), 1);
    await client.stop();
  });

  test("of the wrong type are ignored, with one warning", async () => {
    const nonsense: readonly [settings: unknown, complaint: string][] = [
      [7, "livekitDispatch must be an object."],
      [["x"], "livekitDispatch must be an object."],
      [
        { target: "lk" },
        "livekitDispatch.target must be one of auto, lk-create, lk-update, api-create, api-update.",
      ],
      [{ target: { toString: 1 } }, "livekitDispatch.target must be one of"],
      [{ checks: "off" }, "livekitDispatch.checks must be an object"],
      [
        { checks: { "trailing-comma": 3 } },
        `livekitDispatch.checks["trailing-comma"] must be one of error, `,
      ],
      [{ checks: { "no-such": "off" } }, `livekitDispatch.checks["no-such"]: there is no such check.`],
      [
        JSON.parse(`{"checks": {"__proto__": "off"}}`),
        `livekitDispatch.checks["__proto__"]: there is no such check.`,
      ],
    ];
    const client = await Client.start();
    await client.openAndDiagnose(URI, COMMA);
    for (const [livekitDispatch, complaint] of nonsense) {
      client.notify("workspace/didChangeConfiguration", { settings: { livekitDispatch: {} } });
      await client.settled();
      client.log.length = 0;
      client.notify("workspace/didChangeConfiguration", { settings: { livekitDispatch } });
      client.notify("workspace/didChangeConfiguration", { settings: { livekitDispatch } });
      assert.equal(await severity(client), 1);
      assert.equal(client.log.length, 1, JSON.stringify(livekitDispatch));
      assert.equal(client.log[0]!.type, 2);
      assert.ok(client.log[0]!.message.includes(complaint), client.log[0]!.message);
    }
    await client.stop();
  });

  test("one wrong value does not undo the others", async () => {
    const initializationOptions = { target: 5, checks: { "trailing-comma": "warning", other: 1 } };
    const client = await Client.start({ initializationOptions });
    await client.openAndDiagnose(URI, COMMA);
    assert.equal(await severity(client), 2);
    assert.equal(client.log.length, 1);
    await client.stop();
  });
});
