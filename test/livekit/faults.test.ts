/** Whatever the other side does: the right value, the right words, nothing sent twice, no secret anywhere. */
import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { createClient, type LiveKitClient } from "../../livekit/client.ts";
import type { Failed, Outcome } from "../../livekit/outcome.ts";
import { explain } from "../../livekit/words/explain.ts";
import { canary } from "./support/canary.ts";
import { startFaultServer, type FaultServer } from "./support/fault-server.ts";
import { FAULTS, NOW, type FaultCase } from "./support/faults.ts";

const SECRET = canary("faults");
const RULE = `{"rule": {"dispatchRuleDirect": {"roomName": "open-room", "pin": "12345"}}}`;
const CONSOLE = ["log", "info", "warn", "error", "debug", "trace"] as const;

/** Long enough for a machine that is busy with other tests; what is about the time-out itself says so. */
const PATIENT = 20_000;

function clientOf(url: string, timeoutMs = PATIENT): LiveKitClient {
  return createClient(
    { project: "prod", url, apiKey: "APIkey", apiSecret: SECRET },
    { timeoutMs, now: () => NOW },
  );
}

function failed(outcome: Outcome<unknown>): Failed {
  assert.ok(!outcome.ok, `unexpected success: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** One call on a server of its own, everything checked that holds for every failure. */
async function attempt(
  { fault, failure, words }: FaultCase,
  call: (client: LiveKitClient) => Promise<Outcome<unknown>>,
): Promise<Failed> {
  const written = CONSOLE.map((method) => mock.method(console, method, () => {}));
  const server: FaultServer = await startFaultServer(fault);
  const client = clientOf(server.url, failure.kind === "timeout" ? failure.milliseconds : PATIENT);
  try {
    const outcome = failed(await call(client));
    for (const [name, value] of Object.entries(failure))
      if (name !== "detail")
        assert.deepEqual(Object.entries(outcome.failure).find(([key]) => key === name)?.[1], value, name);
    const explanation = explain(outcome.failure, client.target);
    assert.match(explanation.text, words);
    assert.match(explanation.text, /^Project "prod" \(127\.0\.0\.1:\d+\): /);
    assert.equal(server.bodies.length, 1, "sent once");
    const everything = JSON.stringify([outcome, explanation]);
    assert.doesNotMatch(everything, /canary/);
    for (const token of server.tokens) {
      assert.ok(token.length > 100, "a token was sent");
      assert.ok(
        !everything.includes(token) && !everything.includes(token.split(".")[1]!),
        "the token is repeated",
      );
    }
    for (const method of written) assert.equal(method.mock.callCount(), 0, "written to the console");
    return outcome;
  } finally {
    for (const method of written) method.mock.restore();
    await server.close();
  }
}

describe("a list from a server that fails", () => {
  for (const fault of FAULTS)
    test(fault.name, async () => {
      const { failure } = await attempt(fault, (client) => client.rules.list());
      // Reading changes nothing, so nothing can be uncertain.
      if ("effect" in failure) assert.equal(failure.effect, "none");
      if ("detail" in fault.failure && "detail" in failure)
        assert.equal(failure.detail, fault.failure.detail);
    });
});

describe("a create on a server that fails is not sent again", () => {
  for (const fault of FAULTS)
    test(fault.name, async () => {
      const { failure } = await attempt(fault, (client) => client.rules.create(RULE));
      assert.equal("effect" in failure ? failure.effect : undefined, fault.effectOfWrite);
      if (fault.effectOfWrite !== "unknown") return;
      const { advice, action } = explain(failure, { project: "prod", host: "h", isLoopback: false });
      assert.match(advice, /may have been done all the same: list the rules before you try again/);
      assert.equal(action, "list-rules");
    });
});

describe("a server that cannot be reached", () => {
  const cases: readonly (readonly [url: string, reason: string, words: RegExp])[] = [
    ["http://127.0.0.1:1", "address", /open no connection to this port/],
    ["https://no-such-host.invalid", "dns", /There is no such host: no-such-host\.invalid/],
    ["", "address", /No address is set/],
    ["ftp://example.com", "address", /begins with something else/],
    ["https://user:canary-password@example.com", "address", /holds a user name or password/],
    ["https://", "address", /The address is none/],
  ];
  for (const [url, reason, words] of cases)
    test(url === "" ? "no address" : url.replace(/:[^:]*@/, ":…@"), async () => {
      const client = clientOf(url, 10_000);
      const { failure } = failed(await client.rules.create(RULE));
      assert.equal("reason" in failure && failure.reason, reason);
      assert.equal("effect" in failure && failure.effect, "none");
      const { text } = explain(failure, client.target);
      assert.match(text, words);
      assert.doesNotMatch(text + JSON.stringify(failure), /canary/);
    });
});

test("a port where nothing listens", async () => {
  const server = await startFaultServer(() => {});
  await server.close();
  const client = clientOf(server.url);
  const { failure } = failed(await client.rules.create(RULE));
  assert.deepEqual(failure, {
    kind: "unreachable",
    reason: "refused",
    detail: "ECONNREFUSED",
    effect: "none",
  });
  assert.match(
    explain(failure, client.target).text,
    /Nothing answers there \(ECONNREFUSED\)\. Start the server/,
  );
});

describe("giving up", () => {
  test("before anything is sent", async () => {
    const server = await startFaultServer(() => {});
    const outcome = await clientOf(server.url).rules.create(RULE, { signal: AbortSignal.abort() });
    assert.deepEqual(failed(outcome).failure, { kind: "cancelled", effect: "none" });
    assert.equal(server.bodies.length, 0);
    await server.close();
  });

  test("while the server is silent: a create may have been made", async () => {
    const controller = new AbortController();
    const server = await startFaultServer(() => controller.abort(new Error("the user closed the window")));
    const outcome = await clientOf(server.url, 10_000).rules.create(RULE, { signal: controller.signal });
    assert.deepEqual(failed(outcome).failure, { kind: "cancelled", effect: "unknown" });
    await server.close();
  });

  test("in the middle of an answer", async () => {
    const controller = new AbortController();
    const server = await startFaultServer((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("{", () => setTimeout(() => controller.abort(), 50));
    });
    const outcome = await clientOf(server.url, 10_000).rules.list({}, { signal: controller.signal });
    assert.deepEqual(failed(outcome).failure, { kind: "cancelled", effect: "none" });
    await server.close();
  });
});
