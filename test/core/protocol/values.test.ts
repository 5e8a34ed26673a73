import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { livekitPosition } from "../../../core/protocol/livekit-text.ts";
import { normalizeNumber } from "../../../core/protocol/phone-number.ts";
import { readDouble, readInteger } from "../../../core/protocol/numbers.ts";
import {
  isPlainTimestamp,
  readDuration,
  readTimestamp,
  writeDuration,
  writeTimestamp,
} from "../../../core/protocol/time.ts";

describe("numbers as protojson reads them", () => {
  test("integers in any notation, and the odd 1e", () => {
    const values = {
      "1.0": 1n,
      "1e2": 100n,
      "0.5e1": 5n,
      "10e-1": 1n,
      "-0": 0n,
      "0e99999": 0n,
      "1e": 1n,
      "1E+0": 1n,
    };
    for (const [text, value] of Object.entries(values)) assert.equal(readInteger(text, "int32"), value, text);
    for (const text of ["0.5", "1e-1", "1.00000000000000000001", "1e+", "2147483648", "1e20", "5e-1"])
      assert.equal(readInteger(text, "int32"), undefined, text);
  });

  test("ranges by kind", () => {
    assert.equal(readInteger("-1", "uint32"), undefined);
    assert.equal(readInteger("4294967295", "uint32"), 4294967295n);
    assert.equal(readInteger("18446744073709551615", "uint64"), 2n ** 64n - 1n);
    assert.equal(readInteger("-2147483648", "enum"), -(2n ** 31n));
  });

  test("floating-point numbers must fit and have digits behind an exponent", () => {
    assert.equal(readDouble("1e3"), 1000);
    assert.equal(readDouble("1e999"), undefined);
    assert.equal(readDouble("1e"), undefined);
  });

  test("any integer in its plain form is itself", () => {
    fc.assert(
      fc.property(fc.integer(), (value) => assert.equal(readInteger(String(value), "int32"), BigInt(value))),
    );
  });
});

describe("durations", () => {
  test("what Go reads", () => {
    for (const text of ["1s", "0s", ".5s", "1.s", "+1s", "-1.5s", "315576000000s"])
      assert.equal(typeof readDuration(text), "object", text);
    for (const text of ["s", "+s", "01s", "1e3s", "1m", " 1s", "1", "1.0000000001s", ""])
      assert.equal(readDuration(text), "invalid", text);
    // A lone point has no digits, and Go takes it for nothing at all.
    assert.deepEqual(readDuration(".s"), { seconds: 0n, nanos: 0 });
    assert.equal(readDuration("315576000001s"), "out of range");
  });

  test("are written with 0, 3, 6 or 9 digits", () => {
    const written = (text: string): string => {
      const duration = readDuration(text);
      assert.ok(typeof duration === "object");
      return writeDuration(duration);
    };
    assert.deepEqual(["1.50s", "-.25s", "3s", "0.000001s", "1.0000000010s".slice(0, -2) + "s"].map(written), [
      "1.500s",
      "-0.250s",
      "3s",
      "0.000001s",
      "1.000000001s",
    ]);
  });
});

describe("timestamps", () => {
  test("what Go reads", () => {
    for (const text of [
      "2026-03-01T08:00:00Z",
      "2026-03-01T8:00:00+02:00",
      "2026-03-01T08:00:00,5Z",
      "2024-02-29T00:00:00-24:60",
    ])
      assert.equal(typeof readTimestamp(text), "object", text);
    for (const text of [
      "2026-02-29T00:00:00Z",
      "2026-03-01T24:00:00Z",
      "2026-03-01 08:00:00Z",
      "2026-03-01T08:00:00",
      "2026-03-01T08:00:00+25:00",
      "2026-03-01T08:00:60Z",
    ])
      assert.equal(readTimestamp(text), "invalid", text);
    assert.equal(readTimestamp("0001-01-01T00:00:00+01:00"), "out of range");
  });

  test("the quick look never takes what the careful one refuses", () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, "0"));
    const text = fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }),
        two,
        two,
        two,
        two,
        two,
        fc.constantFrom("", ".5", ".123456789", ".1234567890"),
      )
      .map(([y, mo, d, h, mi, s, f]) => `${String(y).padStart(4, "0")}-${mo}-${d}T${h}:${mi}:${s}${f}Z`);
    fc.assert(
      fc.property(text, (value) => {
        if (isPlainTimestamp(value)) assert.equal(typeof readTimestamp(value), "object", value);
      }),
      { numRuns: 20_000 },
    );
  });

  test("are written in UTC", () => {
    const instant = readTimestamp("2026-03-01T08:00:00.5+02:00");
    assert.ok(typeof instant === "object");
    assert.equal(writeTimestamp(instant), "2026-03-01T06:00:00.500Z");
  });
});

test("phone numbers in LiveKit's one form", () => {
  const forms = {
    "+1 (555) 010-0100": "+15550100100",
    "15550100": "+15550100",
    "": "",
    "-": "+",
    "+": "+",
    "sip:1": "sip:1",
    anonymous: "anonymous",
  };
  for (const [number, form] of Object.entries(forms)) assert.equal(normalizeNumber(number), form);
});

test("positions count characters, and lines by line feeds only", () => {
  assert.deepEqual(livekitPosition("a\r\n😀b", 5), { line: 2, column: 2 });
  assert.deepEqual(livekitPosition("a\rb", 2), { line: 1, column: 3 });
  assert.deepEqual(livekitPosition("", 0), { line: 1, column: 1 });
});
