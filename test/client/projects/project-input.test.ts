/** What may be entered for a project. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  addressProblem,
  addressWarning,
  keyProblem,
  nameProblem,
  secretProblem,
} from "../../../client/projects/project-input.ts";

describe("what is entered for a project", () => {
  test("a name is there, is its own, and can be seen", () => {
    assert.equal(nameProblem("prod", ["staging"]), undefined);
    assert.match(nameProblem("  ", []) ?? "", /needs a name/);
    assert.match(nameProblem(" prod ", ["prod"]) ?? "", /already/);
    assert.match(nameProblem("a\u202eb", []) ?? "", /nobody can see/);
    assert.match(nameProblem("x".repeat(101), []) ?? "", /longer/);
  });

  test("an address as LiveKit's documentation writes it, or of this computer", () => {
    for (const address of [
      "wss://p.livekit.cloud",
      "https://p.livekit.cloud/",
      "localhost:7880",
      "ws://10.0.0.1:7880",
    ])
      assert.equal(addressProblem(address), undefined);
    assert.match(addressProblem("") ?? "", /Enter the address/);
    assert.match(addressProblem("ftp://x") ?? "", /begins with/);
    assert.match(addressProblem("https://a:b@x") ?? "", /Leave user name and password out/);
    assert.match(addressProblem("https://") ?? "", /no address/);
  });

  test("an address without encryption is worth a word, but not on this computer", () => {
    assert.match(addressWarning("ws://10.0.0.1:7880") ?? "", /not encrypted/);
    assert.equal(addressWarning("localhost:7880"), undefined);
    assert.equal(addressWarning("wss://p.livekit.cloud"), undefined);
  });

  test("key and secret are one word; a stored secret can stay", () => {
    assert.equal(keyProblem(" APIabc "), undefined);
    assert.match(keyProblem("") ?? "", /missing/);
    assert.match(keyProblem("API abc") ?? "", /blank/);
    assert.equal(secretProblem("", true), undefined);
    assert.match(secretProblem("", false) ?? "", /missing/);
    assert.match(secretProblem(" ", true) ?? "", /missing/);
  });
});
