/** What is copied from the explorer. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { copiedId, copiedJson, copiedName } from "../../../client/explorer/copied.ts";
import { treeRoots } from "../../../client/explorer/model/tree.ts";
import { compareRules } from "../../../core/compare/compare.ts";
import { readRuleDocument } from "../../../core/document.ts";
import { demoState, everyNode, ready, treeInput } from "../support/demo-tree.ts";

const state = await demoState();
const nodes = everyNode(treeRoots(treeInput(state)));
const find = (kind: string, name: string) => nodes.find((node) => node.kind === kind && node.name === name);
const json = (...each: unknown[]) => copiedJson(each, () => ready(state));

describe("copying", () => {
  test("gives ids and names of rules and trunks", () => {
    assert.equal(copiedId(find("rule", "Bookings")), "SDR_DemoBookings");
    assert.equal(copiedName(find("rule", "Bookings")), "Bookings");
    assert.equal(copiedId(find("trunk", "Main line")), "ST_DemoMainLine");
    assert.equal(copiedName(find("project", "Demo")), "Demo");
    assert.equal(copiedId(find("project", "Demo")), "Demo");
    assert.equal(copiedId(nodes.find(({ kind }) => kind === "rules")), undefined);
    assert.equal(copiedName(undefined), undefined);
  });

  test("gives a rule as a file has it, with every field", () => {
    const text = json(find("rule", "Bookings")) ?? "";
    const deployed = state.rules.find(({ name }) => name === "Bookings");
    assert.deepEqual(compareRules(deployed?.text ?? "", text)?.differences, []);
    assert.equal(readRuleDocument(text).form, "bare");
  });

  test("gives several rules as a list that can be read again", () => {
    const text = json(find("rule", "Bookings"), find("rule", "VIP guests")) ?? "";
    const document = readRuleDocument(text);
    assert.equal(document.form, "list");
    assert.equal(document.rules.length, 2);
    assert.equal(document.tree.problems.length, 0);
  });

  test("gives a trunk without its password", () => {
    const text = json(find("trunk", "Partner telephone system, any number")) ?? "";
    assert.match(text, /"authUsername": "partner"/);
    assert.doesNotMatch(text, /assword/);
  });

  test("gives nothing for what has no JSON, or is gone", () => {
    assert.equal(json(find("project", "Demo")), undefined);
    assert.equal(json({ kind: "rule", projectId: "demo", ruleId: "SDR_gone", name: "" }), undefined);
  });
});
