/** Ctrl+C while a command talks with LiveKit: it ends at once, says what is known, and sends nothing twice. */
import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { after, describe, test } from "node:test";
import { startFaultServer } from "../livekit/support/fault-server.ts";
import { NOBODY, ruleFor, SECRET } from "./live-project.ts";
import { cli, type Ran } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const STORED = { sip_dispatch_rule_id: "SDR_1", rule: { dispatch_rule_direct: { room_name: "a" } } };
const cwd = temporaryFolder({
  "a.json": JSON.stringify(ruleFor("a")),
  "b.json": JSON.stringify(ruleFor("b")),
  "changed.json": JSON.stringify({ ...STORED, name: "changed" }),
});

/** A server that answers every call but one, at which the command is interrupted. */
async function interruptedAt(
  call: string,
  nth: number,
  words: readonly string[],
  signal: NodeJS.Signals = "SIGINT",
): Promise<Ran & { readonly calls: readonly string[] }> {
  const calls: string[] = [];
  let child: ChildProcess | undefined;
  const server = await startFaultServer((response: ServerResponse, request: IncomingMessage) => {
    const name = (request.url ?? "").split("/").at(-1) ?? "";
    calls.push(name);
    if (name === call && calls.filter((each) => each === call).length === nth) child?.kill(signal);
    else
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(
          JSON.stringify(name.startsWith("List") ? { items: words[0] === "create" ? [] : [STORED] } : STORED),
        );
  });
  after(() => server.close());
  const env = { ...NOBODY, LIVEKIT_URL: server.url, LIVEKIT_API_KEY: "k", LIVEKIT_API_SECRET: SECRET };
  const ran = await cli(words, { cwd, env, started: (started) => (child = started) });
  return { ...ran, calls };
}

const writesIn = (calls: readonly string[]): readonly string[] =>
  calls.filter((name) => !name.startsWith("List"));

describe("while LiveKit is asked", () => {
  test("what only reads has changed nothing", async () => {
    const { code, stderr } = await interruptedAt("ListSIPDispatchRule", 1, ["list"]);
    assert.match(stderr, /: Cancelled; nothing was changed by it\.\n$/);
    assert.equal(code, 130);
  });

  test("before the first create nothing was sent", async () => {
    const words = ["create", "--yes", "a.json"];
    const { code, stderr, calls } = await interruptedAt("ListSIPDispatchRule", 1, words);
    assert.match(stderr, /nothing was changed by it\.\n$/);
    assert.deepEqual(writesIn(calls), []);
    assert.equal(code, 130);
  });

  test("a create may have been made, and is not sent again", async () => {
    const words = ["create", "--yes", "--json", "a.json", "b.json"];
    const { code, stderr, stdout, calls } = await interruptedAt("CreateSIPDispatchRule", 1, words);
    assert.match(stderr, /a\.json: .*: Cancelled\. What you asked for may have been done all the same/);
    const { error } = JSON.parse(stdout) as { error: { kind: string; mayBeDone?: boolean } };
    assert.deepEqual([error.kind, error.mayBeDone], ["cancelled", true]);
    assert.deepEqual(writesIn(calls), ["CreateSIPDispatchRule"]);
    assert.equal(code, 130);
  });

  test("what was created before is told", async () => {
    const words = ["create", "--yes", "a.json", "b.json"];
    const { stdout, stderr, calls } = await interruptedAt("CreateSIPDispatchRule", 2, words);
    assert.match(stdout, /^a\.json: created SDR_1\n$/);
    assert.match(stderr, /b\.json: .* Created before that: SDR_1\.\n$/);
    assert.equal(writesIn(calls).length, 2);
  });

  test("an update that may have been made: the copy stays, and its place is told", async () => {
    const undo = `${cwd}/undo`;
    const words = ["update", "--yes", "--undo", "undo", "changed.json"];
    const { code, stderr, calls } = await interruptedAt("UpdateSIPDispatchRule", 1, words);
    assert.match(stderr, /may have been done all the same.* The rule as it was is in .*SDR_1.*\.json\n$/);
    assert.equal(readdirSync(undo).length, 1);
    assert.deepEqual(writesIn(calls), ["UpdateSIPDispatchRule"]);
    assert.equal(code, 130);
  });

  test("SIGTERM is the same, with its own code", async () => {
    const { code } = await interruptedAt("ListSIPDispatchRule", 1, ["list"], "SIGTERM");
    assert.equal(code, 143);
  });
});

test("while a rule is waited for on standard input", async () => {
  const env = {
    ...NOBODY,
    LIVEKIT_URL: "http://127.0.0.1:1",
    LIVEKIT_API_KEY: "k",
    LIVEKIT_API_SECRET: SECRET,
  };
  const started = (child: ChildProcess): void => void child.stderr?.once("data", () => child.kill("SIGINT"));
  const { code, stderr } = await cli(["create", "--yes", "-"], { cwd, env, stdin: null, started });
  assert.match(stderr, /\nCancelled; nothing was sent\.\n$/);
  assert.equal(code, 130);
});
