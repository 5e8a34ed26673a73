/** Client and emulator where there is nothing of Node: what a browser's worker has, and no more. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { compileFunction } from "node:vm";
import { build } from "esbuild";

const SOURCE = `
  import { createClient } from "./livekit/client.ts";
  import { createEmulator } from "./livekit/emulator/emulator.ts";
  import { emulatorFetch } from "./livekit/emulator/fetch.ts";
  import { seedDemo } from "./livekit/emulator/seed-demo.ts";
  import { explain } from "./livekit/words/explain.ts";

  export async function run(now) {
    const key = { apiKey: "demo-key", apiSecret: "demo-secret" };
    const emulator = createEmulator(key);
    seedDemo(emulator.store, now);
    const fetch = emulatorFetch(emulator, "https://vscode.dev");
    const client = createClient({ project: "demo", url: "https://demo.invalid", ...key }, { fetch });
    const created = await client.rules.create('{"rule": {"dispatchRuleDirect": {"roomName": "r", "pin": "9"}}}');
    const listed = await client.rules.list();
    const wrong = createClient({ project: "demo", url: "https://demo.invalid", ...key, apiSecret: "wrong-secret" }, { fetch });
    const refused = await wrong.rules.list();
    return JSON.stringify([created.ok, listed.value.length, explain(refused.failure, wrong.target).text]);
  }
`;

/** What only Node has: for the bundle these names stand for nothing. */
const ABSENT = [
  "process",
  "Buffer",
  "global",
  "setImmediate",
  "clearImmediate",
  "require",
  "module",
  "exports",
];

interface Bundle {
  readonly run: (now: number) => Promise<string>;
}

test("a bundle for a worker needs nothing of Node, and works", async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: SOURCE, resolveDir: new URL("../..", import.meta.url).pathname },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    format: "iife",
    globalName: "bundle",
    logLevel: "error",
  });
  const evaluate = compileFunction(`${outputFiles[0]!.text}; return bundle;`, ABSENT) as () => Bundle;
  const result = await evaluate().run(Date.now());
  assert.deepEqual(JSON.parse(result), [
    true,
    6,
    `Project "demo" (demo.invalid): The API secret does not belong to this API key. Copy the secret again, all of it and without blanks. LiveKit Cloud shows a secret only once; if it is lost, make a new API key.`,
  ]);
  // Of the SDK little more comes along than what signs a token, and none of its clients.
  const sdk = Object.entries(Object.values(metafile.outputs)[0]!.inputs).filter(
    ([file, { bytesInOutput }]) => file.includes("livekit-server-sdk/dist") && bytesInOutput > 0,
  );
  assert.deepEqual(
    sdk.filter(([file]) => /Client\.js$|failover\.js$/.test(file)),
    [],
  );
  assert.ok(sdk.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) < 5000);
});

test("nothing in the folder writes to a console or keeps an error's text", async () => {
  const { metafile } = await build({
    entryPoints: [new URL("../../livekit/client.ts", import.meta.url).pathname],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  const own = Object.keys(metafile.inputs).filter(
    (file) => /(^|\/)livekit\/[^/]/.test(file) && !file.includes("node_modules"),
  );
  assert.ok(own.length > 10);
  for (const file of own) {
    const text = await readFile(file, "utf8");
    assert.doesNotMatch(text, /\bconsole\.\w/, file);
    assert.doesNotMatch(text, /\berror\.(message|stack)\b/, file);
  }
});
