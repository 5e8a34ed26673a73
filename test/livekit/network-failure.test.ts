import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { networkFailure } from "../../livekit/network-failure.ts";
import { explain } from "../../livekit/words/explain.ts";
import { createClient } from "../../livekit/client.ts";
import { canary } from "./support/canary.ts";
import { startFaultServer } from "./support/fault-server.ts";

const TARGET = { project: "prod", host: "lk.example.com", isLoopback: false };
const fetchFailed = (cause: object): Error => new TypeError("fetch failed: canary", { cause });

describe("what fetch throws", () => {
  const cases: readonly (readonly [code: string, reason: string, effect: string, words: RegExp])[] = [
    ["ENOTFOUND", "dns", "none", /There is no such host: lk\.example\.com \(ENOTFOUND\)/],
    ["EAI_AGAIN", "dns", "none", /Check the spelling of the address/],
    ["ECONNREFUSED", "refused", "none", /firewall or VPN/],
    ["EHOSTUNREACH", "refused", "none", /Nothing answers there/],
    ["UND_ERR_CONNECT_TIMEOUT", "refused", "none", /Nothing answers there/],
    ["ECONNRESET", "reset", "unknown", /closed without an answer/],
    ["UND_ERR_SOCKET", "reset", "unknown", /may have been done all the same/],
    ["CERT_HAS_EXPIRED", "tls", "none", /not valid today: renew it, or set the clock/],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls", "none", /certificate is for another name/],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls", "none", /NODE_EXTRA_CA_CERTS/],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls", "none", /not from an authority that this computer knows/],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "tls", "none", /plain `http`/],
    ["HPE_INVALID_CONSTANT", "not-http", "unknown", /does not speak HTTP/],
    ["ESOMETHINGNEW", "unexplained", "unknown", /could not be reached \(ESOMETHINGNEW\)/],
  ];
  for (const [code, reason, effect, words] of cases)
    test(code, () => {
      const failure = networkFailure(fetchFailed(Object.assign(new Error("canary"), { code })), "unknown");
      assert.deepEqual(failure, { kind: "unreachable", reason, detail: code, effect });
      assert.match(explain(failure, TARGET).text, words);
    });

  test("several errors, one for each address of the host", () => {
    const errors = [Object.assign(new Error("a"), { code: "ECONNREFUSED" }), new Error("b")];
    const failure = networkFailure(fetchFailed(new AggregateError(errors)), "unknown");
    assert.equal("detail" in failure && failure.detail, "ECONNREFUSED");
  });

  test("nothing that explains it: a browser, or a bug", () => {
    for (const error of [new TypeError("Failed to fetch"), "canary", undefined, { cause: { code: 5 } }])
      assert.deepEqual(networkFailure(error, "none"), {
        kind: "unreachable",
        reason: "unexplained",
        effect: "none",
      });
  });
});

test("https to a port that speaks http", async () => {
  const server = await startFaultServer((response) => response.end("{}"));
  const url = server.url.replace("http:", "https:");
  const client = createClient({ project: "prod", url, apiKey: "k", apiSecret: canary("network") });
  const outcome = await client.rules.create(`{"rule": {"dispatchRuleDirect": {}}}`);
  assert.ok(!outcome.ok && outcome.failure.kind === "unreachable");
  assert.deepEqual([outcome.failure.reason, outcome.failure.effect], ["tls", "none"]);
  assert.match(explain(outcome.failure, client.target).text, /The port speaks plain `http`/);
  assert.equal(server.bodies.length, 0);
  await server.close();
});
