import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { incomingCall } from "../../../core/routing/input/read.ts";
import { judgeAddress, wasAllowedBefore } from "../../../core/routing/trunk/address-masks.ts";
import { parseAddress } from "../../../core/routing/trunk/address.ts";
import { chooseTrunk } from "../../../core/routing/trunk/choose-trunk.ts";
import { findTrunkConflict } from "../../../core/routing/trunk/trunk-conflicts.ts";

describe("an IP address is read as Go reads it", () => {
  for (const [text, value] of [
    ["1.2.3.4", 0x01020304n],
    ["::1", 1n],
    ["::", 0n],
    ["::ffff:1.2.3.4", 0xffff01020304n],
    ["2001:db8::ff", (0x20010db8n << 96n) | 0xffn],
    ["1:2:3:4:5:6:7:8", 0x10002000300040005000600070008n],
    ["fe80::1%eth0", (0xfe80n << 112n) | 1n],
  ] as const)
    test(text, () => {
      const address = parseAddress(text);
      assert.equal(typeof address === "string" ? address : address.value, value);
    });

  for (const [text, why] of [
    ["", `ParseAddr(""): unable to parse IP`],
    ["carrier", `ParseAddr("carrier"): unable to parse IP`],
    ["256.1.1.1", `ParseAddr("256.1.1.1"): IPv4 field has value >255`],
    ["1.2.3.4:5060", `ParseAddr("1.2.3.4:5060"): unexpected character (at ":5060")`],
    ["1::2::3", `ParseAddr("1::2::3"): multiple :: in address (at ":3")`],
    ["fe80::1%", `ParseAddr("fe80::1%"): zone must be a non-empty string`],
  ] as const)
    test(`refused: ${text}`, () => assert.equal(parseAddress(text), why));
});

describe("allowed addresses", () => {
  const allows = (entries: readonly string[], source = "203.0.113.5", host = ""): boolean =>
    judgeAddress(source, host, entries).allowed;

  test("are IPs and ranges of the source", () => {
    assert.ok(allows(["203.0.113.5"]));
    assert.ok(allows(["198.51.100.0/24", "203.0.113.77/24"]));
    assert.ok(!allows(["203.0.113.5/33"]));
    assert.ok(!allows(["::/0"]));
    assert.ok(allows(["[2001:db8::1]/32"], "2001:db8::99"));
    assert.ok(!allows(["fe80::1"], "fe80::1%eth0"));
  });

  test("let everybody in when none of them is usable", () => {
    assert.ok(allows(["*", "sip://203.0.113.9", "10.0.0.1, 10.0.0.2"]));
    assert.ok(!allows(["*", "10.0.0.1"]));
  });

  test("are not looked at without a source address", () => assert.ok(allows(["10.0.0.1"], "")));

  test("that are no IP are compared with the From host, which the caller chooses", () => {
    assert.ok(allows(["carrier.test"], "203.0.113.5", "carrier.test"));
    assert.ok(!allows(["10.0.0.1"], "203.0.113.5", "10.0.0.1"));
    assert.ok(wasAllowedBefore("203.0.113.5", "10.0.0.1", ["10.0.0.1"]));
  });
});

describe("the trunk of a call", () => {
  const call = incomingCall({ from: "+15550001", to: "15550100", sourceAddress: "203.0.113.5" });
  const choice = (...trunks: Parameters<typeof chooseTrunk>[0]): string => {
    const { match, trunk, fault } = chooseTrunk(trunks, call);
    return fault?.text ?? `${match} ${trunk?.sipTrunkId ?? "-"}`;
  };

  test("has the called number, in any spelling, and goes before one that takes every number", () => {
    assert.equal(
      choice({ sipTrunkId: "ST_a" }, { sipTrunkId: "ST_b", numbers: ["+1 (555) 0100"] }),
      "specific ST_b",
    );
    assert.equal(
      choice({ sipTrunkId: "ST_a" }, { sipTrunkId: "ST_b", numbers: ["+15550200"] }),
      "default ST_a",
    );
  });

  test("is none when all refuse", () => {
    assert.equal(choice(), "empty -");
    assert.equal(choice({ sipTrunkId: "ST_a", allowedNumbers: ["+15550002"] }), "none -");
    assert.equal(choice({ sipTrunkId: "ST_a", allowedAddresses: ["10.0.0.1"] }), "none -");
  });

  test("must be the only one", () => {
    assert.equal(
      choice({ sipTrunkId: "ST_a", numbers: ["15550100"] }, { sipTrunkId: "ST_b", numbers: ["+15550100"] }),
      `Multiple SIP Trunks matched for "15550100"`,
    );
    assert.equal(
      choice({ sipTrunkId: "ST_a" }, { sipTrunkId: "ST_b" }),
      `Multiple default SIP Trunks matched for "15550100"`,
    );
  });
});

test("two trunks for one number conflict unless they are for different callers", () => {
  const trunk = (sipTrunkId: string, ...allowedNumbers: string[]): object => ({
    sipTrunkId,
    numbers: ["+15550100"],
    allowedNumbers,
  });
  assert.equal(findTrunkConflict([trunk("ST_a", "+15550001"), trunk("ST_b", "+15550002")]), undefined);
  assert.equal(
    findTrunkConflict([trunk("ST_a"), trunk("ST_b")])?.text,
    `Conflicting inbound SIP Trunks: "ST_b" and "ST_a", using the same number(s) ["+15550100"] without AllowedNumbers set`,
  );
});
