import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Failure } from "../../livekit/outcome.ts";
import { unquote } from "../../livekit/unquote.ts";
import { explain } from "../../livekit/words/explain.ts";
import { explainWarning } from "../../livekit/words/warning.ts";

const TARGET = { project: "prod", host: "lk.example.com", isLoopback: false };
const rejected = { kind: "rejected", status: 400, message: "m", effect: "none" } as const;

describe("words for every failure", () => {
  const cases: readonly (readonly [failure: Failure, what: string])[] = [
    [
      { kind: "unauthorized", reason: "missing-credentials" },
      "API key or secret is missing, so nothing was sent.",
    ],
    [{ kind: "unauthorized", reason: "clock" }, "The server takes the token for one of another time."],
    [
      { kind: "unauthorized", reason: "clock", clockAhead: -86_400 },
      "The server takes the token for one of another time: this computer's clock is 24 hours ahead of the server's.",
    ],
    [{ kind: "notFound", what: "dispatch rule", id: "SDR_1" }, "There is no dispatch rule SDR_1."],
    [
      { kind: "conflict", message: "Dispatch rule …", rule: { id: "SDR_1", name: "Main" } },
      `The dispatch rule SDR_1 "Main" already takes the same trunk, numbers and PIN.`,
    ],
    [
      { kind: "conflict", message: "Dispatch rule …" },
      "A stored dispatch rule already takes the same trunk, numbers and PIN; LiveKit does not say which.",
    ],
    [
      {
        ...rejected,
        reason: "malformed",
        explanation: `duplicate field "rule"`,
        place: { start: 1, end: 2, line: 3, column: 4 },
      },
      `LiveKit could not read the request: duplicate field "rule" (line 3, column 4).`,
    ],
    [
      { ...rejected, reason: "malformed" },
      "LiveKit could not read the request and does not say why; nothing is wrong with it as far as we can see.",
    ],
    [
      { ...rejected, reason: "invalid", message: "missing rule" },
      "LiveKit refuses the request: missing rule.",
    ],
    [
      { ...rejected, reason: "not-sent", message: "The wrapper holds no rule." },
      "Nothing was sent. The wrapper holds no rule.",
    ],
    [{ kind: "cancelled", effect: "none" }, "Cancelled; nothing was changed by it."],
    [{ kind: "cancelled", effect: "unknown" }, "Cancelled."],
    [{ kind: "timeout", milliseconds: 10_000, effect: "none" }, "No answer within 10 seconds."],
    [
      { kind: "unreachable", reason: "proxy", detail: "407", effect: "none" },
      "A proxy in between refuses the connection (407).",
    ],
  ];
  for (const [failure, what] of cases)
    test(what, () => {
      const words = explain(failure, TARGET);
      assert.equal(words.what, what);
      assert.ok(words.text.startsWith(`Project "prod" (lk.example.com): ${what}`));
    });
});

test("without an address the project alone is named", () => {
  const failure = { kind: "unreachable", reason: "address", detail: "empty", effect: "none" } as const;
  assert.match(explain(failure, { ...TARGET, host: "" }).text, /^Project "prod": No address is set/);
});

test("a connection without encryption", () => {
  assert.match(
    explainWarning("insecure", TARGET),
    /^Project "prod" \(lk\.example\.com\): the connection is not encrypted/,
  );
});

test("what Go has quoted is read back", () => {
  assert.equal(
    unquote(`"a \\"b\\" \\\\ \\t\\x7f\\xff\\u00a0\\U0001f600ä"`),
    `a "b" \\ \t\x7f\ufffd\u00a0😀ä`,
  );
});
