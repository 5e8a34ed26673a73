import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { incomingCall } from "../../../core/routing/input/read.ts";
import type { DispatchRule } from "../../../core/routing/types.ts";
import { runRoutingTests } from "../../../core/routing-tests/run.ts";
import type { Expectation, TestCall } from "../../../core/routing-tests/test-file.ts";

const place = { start: 0, end: 0 };
const support: DispatchRule = {
  name: "Support",
  numbers: ["+15550100"],
  rule: { dispatchRuleIndividual: { roomPrefix: "support" } },
  roomConfig: { agents: [{ agentName: "triage" }, { agentName: "notes" }] },
  attributes: { team: "blue" },
};
const board: DispatchRule = {
  name: "Board",
  numbers: ["+15550200"],
  rule: { dispatchRuleDirect: { roomName: "board", pin: "4711" } },
};
const rules = [support, board].map((rule) => ({ rule, names: [rule.name ?? ""] }));

function call(to: string, expect: Omit<Expectation, "rule"> & { rule?: string }, pin = ""): TestCall {
  const { rule, ...rest } = expect;
  return {
    name: "a call",
    call: incomingCall({ to, from: "+15550123", pin }),
    expect: { ...rest, ...(rule !== undefined && { rule: { value: rule, ...place } }) },
    ...place,
  };
}

const passing: readonly TestCall[] = [
  call("+15550100", { rule: "Support", room: "support_+15550123_*", agents: ["notes", "triage"] }),
  call("+15550100", {
    attributes: { team: "b*", "sip.phoneNumber": "+15550123" },
    pin: false,
    reject: false,
  }),
  call("+15550200", { rule: "Board", pin: true }),
  call("+15550200", { rule: "Board", pin: true, room: "board", agents: [] }, "4711"),
  call("+15550200", { pin: true, reject: true }, "1"),
  call("15550100", { reject: "No SIP Dispatch Rules*" }),
];
const failing: readonly (readonly [made: TestCall, field: string, actual: RegExp])[] = [
  [call("+15550100", { rule: "Board" }), "rule", /"Support"/],
  [call("15550100", { rule: "Support" }), "rule", /no rule fits/],
  [call("+15550100", { room: "support" }), "room", /"support_\+15550123_<random>"/],
  [call("+15550200", { room: "board" }), "room", /asked for a PIN and enters none/],
  [call("+15550100", { agents: ["triage"] }), "agents", /"triage" and "notes"/],
  [call("+15550100", { agents: ["notes", "notes", "triage"] }), "agents", /"triage"/],
  [call("+15550100", { attributes: { team: "red" } }), "attributes", /"blue"/],
  [call("+15550100", { attributes: { toString: "*" } }), "attributes", /no such attribute/],
  [call("+15550100", { pin: true }), "pin", /no PIN is asked for/],
  [call("+15550100", { reject: true }), "reject", /ends in a room/],
  [call("1", { reject: "other text" }), "reject", /no rule fits/],
];

describe("running routing tests", () => {
  for (const made of passing)
    test(`passes: ${made.call.to} ${JSON.stringify(made.expect)}`, () => {
      assert.deepEqual(runRoutingTests([made], rules, []).calls[0]?.differences, []);
    });
  for (const [made, field, actual] of failing)
    test(`fails: ${made.call.to} ${JSON.stringify(made.expect)}`, () => {
      const [result] = runRoutingTests([made], rules, []).calls;
      assert.deepEqual(
        result?.differences.map((difference) => difference.field),
        [field],
      );
      assert.match(result.differences[0]?.actual ?? "", actual);
    });

  test("a failure says why, and what would have made it pass", () => {
    const [result] = runRoutingTests([call("15550100", { rule: "Support" })], rules, []).calls;
    const [why, toWin] = result?.reasons ?? [];
    assert.match(why ?? "", /^rule "Support": To is `15550100`; the rule says `\+15550100`/);
    assert.match(toWin ?? "", /^To win: Write `15550100` instead of/);
  });

  test("rules that no call reaches", () => {
    assert.deepEqual(runRoutingTests([call("+15550100", { rule: "Support" })], rules, []).unreached, [1]);
    assert.deepEqual(runRoutingTests([], rules, []).unreached, [0, 1]);
    const broken = [...rules, { rule: { name: "Kindless" }, names: ["Kindless"] }];
    const { unreached } = runRoutingTests([call("+15550100", { reject: true })], broken, []);
    assert.deepEqual(unreached, [0, 1, 2]);
  });
});
