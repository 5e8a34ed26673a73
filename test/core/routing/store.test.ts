import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readCreateRequest, readRule, readUpdateRequest } from "../../../core/routing/input/read.ts";
import { appliedList, appliedMap } from "../../../core/routing/store/apply-update.ts";
import { createRule, updateRule, type Written } from "../../../core/routing/store/write-rule.ts";

const DIRECT = { dispatchRuleDirect: { roomName: "x" } };

/** `SDR_1` on trunk A, `SDR_2` on B, `SDR_3` on none. */
const STORED = [
  { sipDispatchRuleId: "SDR_3", name: "wildcard", rule: DIRECT },
  { sipDispatchRuleId: "SDR_1", name: "on A", rule: DIRECT, trunkIds: ["A"] },
  { sipDispatchRuleId: "SDR_2", name: "on B", rule: DIRECT, trunkIds: ["B"] },
].map((rule) => readRule(rule).value);

function said(written: Written): string {
  return written.ok
    ? "stored"
    : `${written.stage}: ${written.fault.text.replace(/^.*already exists in /, "taken by ")}`;
}

const create = (request: object): string => said(createRule(STORED, readCreateRequest(request).value));
const update = (request: object): string => said(updateRule(STORED, readUpdateRequest(request).value));

describe("create", () => {
  test("names the stored rule with the lowest id, and the new one for any other: LiveKit alternates", () => {
    const on = (trunk: string): object => ({
      dispatchRule: { name: "new", rule: DIRECT, trunkIds: [trunk] },
    });
    assert.equal(create(on("A")), `conflict: taken by dispatch rule "SDR_1" "on A"`);
    assert.equal(create(on("B")), `conflict: taken by dispatch rule "<new>" "new"`);
    assert.equal(create(on("C")), "stored");
  });

  test("holds a rule in the older form only against rules on its trunks", () => {
    const broken = [...STORED, { sipDispatchRuleId: "SDR_0", rule: {}, trunkIds: ["Z"] }];
    const flat = readCreateRequest({ rule: DIRECT, trunkIds: ["C"] }).value;
    assert.equal(said(createRule(broken, flat)), "stored");
    const wrapped = readCreateRequest({ dispatchRule: { rule: DIRECT, trunkIds: ["C"] } }).value;
    assert.equal(said(createRule(broken, wrapped)), "conflict: unsupported SIP Dispatch Rule: <nil>");
  });

  test("of a rule that says something twice", () => {
    const request = { dispatchRule: { rule: DIRECT, numbers: ["+15550100", "15550100"] } };
    assert.equal(create(request), `conflict: taken by dispatch rule "<new>" "<blank name>"`);
  });

  test("validates first", () => {
    assert.equal(create({}), "validate: missing rule");
    assert.equal(
      create({ dispatchRule: { sipDispatchRuleId: "SDR_9" } }),
      "validate: rule id must not be set",
    );
    const media = { dispatchRule: { rule: DIRECT, media: { mediaTimeout: "601s" } } };
    assert.equal(create(media), "validate: media_timeout must not exceed 10m0s");
  });
});

describe("update", () => {
  test("to other trunks escapes the check", () => {
    const move = (id: string, trunk: string): object => ({
      sipDispatchRuleId: id,
      update: { trunkIds: { set: [trunk] } },
    });
    assert.equal(update(move("SDR_2", "A")), "stored");
    assert.equal(update(move("SDR_2", "B")), "stored");
    const broken = { sipDispatchRuleId: "SDR_2", update: { trunkIds: { set: ["A"] }, rule: {} } };
    assert.equal(update(broken), "stored");
    const checked = { sipDispatchRuleId: "SDR_2", update: { rule: {} } };
    assert.equal(update(checked), "conflict: unsupported SIP Dispatch Rule: <nil>");
  });

  test("sees a clash when the stored rule is in the list", () => {
    const request = { sipDispatchRuleId: "SDR_2", update: { trunkIds: { add: ["A"] } } };
    assert.equal(update(request), `conflict: taken by dispatch rule "SDR_1" "on A"`);
  });

  test("of what is not there, or says nothing", () => {
    assert.equal(
      update({ sipDispatchRuleId: "SDR_9", update: {} }),
      "load: requested sip dispatch rule does not exist",
    );
    assert.equal(update({ sipDispatchRuleId: "SDR_1" }), "validate: missing or unsupported update action");
    assert.equal(
      update({ sipDispatchRuleId: "SDR_1", update: { trunkIds: {} } }),
      "validate: unsupported list update operation",
    );
  });

  test("takes encryption from `media` before the older field", () => {
    const request = readUpdateRequest({
      sipDispatchRuleId: "SDR_1",
      update: { media: { encryption: 0 }, mediaEncryption: 2, name: "" },
    }).value;
    assert.deepEqual(updateRule(STORED, request), {
      ok: true,
      stored: {
        sipDispatchRuleId: "SDR_1",
        rule: DIRECT,
        trunkIds: ["A"],
        media: { encryption: "SIP_MEDIA_ENCRYPT_DISABLE" },
      },
    });
  });
});

test("a list loses first and gains then; a map loses what is set to the empty text", () => {
  assert.deepEqual(appliedList(["a", "b", "a"], { remove: ["a"], add: ["b", "c"] }), ["b", "a", "c"]);
  assert.deepEqual(appliedList(["a"], { clear: true }), []);
  assert.deepEqual(appliedMap({ a: "1", b: "2" }, { a: "", c: "3" }), { b: "2", c: "3" });
});
