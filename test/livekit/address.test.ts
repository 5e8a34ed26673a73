import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readAddress } from "../../livekit/address.ts";
import { createClient } from "../../livekit/client.ts";

describe("an address as people write it", () => {
  const cases: readonly (readonly [text: string, base: string, marks?: string])[] = [
    ["https://my-project.livekit.cloud", "https://my-project.livekit.cloud"],
    ["wss://my-project.livekit.cloud", "https://my-project.livekit.cloud"],
    [" WSS://My-Project.LiveKit.Cloud/ ", "https://my-project.livekit.cloud"],
    ["my-project.livekit.cloud", "https://my-project.livekit.cloud"],
    ["my-project.livekit.cloud:8443", "https://my-project.livekit.cloud:8443"],
    ["https://my-project.livekit.cloud:443", "https://my-project.livekit.cloud"],
    ["localhost:7880", "http://localhost:7880", "loopback"],
    ["ws://localhost:7880", "http://localhost:7880", "loopback"],
    ["127.0.0.1:7880", "http://127.0.0.1:7880", "loopback"],
    ["[::1]:7880", "http://[::1]:7880", "loopback"],
    ["livekit.localhost", "http://livekit.localhost", "loopback"],
    ["https://localhost", "https://localhost", "loopback"],
    ["http://livekit.example.com", "http://livekit.example.com", "insecure"],
    ["ws://192.168.1.10:7880", "http://192.168.1.10:7880", "insecure"],
    ["https://example.com/livekit/?x=1#y", "https://example.com/livekit"],
    ["https://127.0.0.1.example.com", "https://127.0.0.1.example.com"],
  ];
  for (const [text, base, marks = ""] of cases)
    test(text, () => {
      const reading = readAddress(text);
      assert.ok(reading.ok);
      const { isLoopback, isInsecure } = reading.address;
      assert.equal(reading.address.base, base);
      assert.equal([isLoopback && "loopback", isInsecure && "insecure"].filter(Boolean).join(" "), marks);
    });

  const refused: readonly (readonly [text: string, problem: string])[] = [
    ["", "empty"],
    ["  ", "empty"],
    ["https://", "not-an-address"],
    ["a b", "not-an-address"],
    ["https://[", "not-an-address"],
    ["ftp://example.com", "scheme"],
    ["https://key:secret@example.com", "credentials"],
  ];
  for (const [text, problem] of refused)
    test(`"${text}" is refused`, () => assert.deepEqual(readAddress(text), { ok: false, problem }));
});

test("a client says that http crosses a network unencrypted", () => {
  const warnings = (url: string): readonly string[] =>
    createClient({ project: "p", url, apiKey: "k", apiSecret: "s" }).warnings;
  assert.deepEqual(warnings("http://livekit.example.com"), ["insecure"]);
  assert.deepEqual(warnings("http://localhost:7880"), []);
  assert.deepEqual(warnings("livekit.example.com"), []);
});
