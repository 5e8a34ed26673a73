/** Names that somebody else chose, to play tricks on whoever looks. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { treeRoots } from "../../../client/explorer/model/tree.ts";
import { fileNodes } from "../../../client/explorer/files/file-node.ts";
import { readFile, reportOn } from "../../../client/explorer/files/file-state.ts";
import { withoutIcons } from "../../../client/live/safe-text.ts";
import { statusWords } from "../../../client/projects/status-words.ts";
import { everyNode, PROD, stateOf, treeInput } from "../support/demo-tree.ts";

const LONG = "x".repeat(10_240);
const NAMES = [
  "<img src=x onerror=alert(1)>",
  "[click](command:workbench.action.terminal.new)",
  "../../etc/passwd",
  "safe\u202egnp.exe",
  "two\nlines\tand\u0000more\u2028",
  "\ud800 half",
  "$(trash) Delete everything",
  "%2F/..%00",
  LONG,
];

const UNSHOWABLE = /[\p{C}\p{Zl}\p{Zp}]/u;

describe("a hostile name", () => {
  const rules = NAMES.map((name) => ({
    name,
    rule: { dispatch_rule_direct: { room_name: name, pin: "1" } },
    trunk_ids: [name],
    numbers: [name],
    room_config: { agents: [{ agent_name: name }] },
  }));
  const trunks = NAMES.map((name, index) => ({
    id: `ST_${index}`,
    name,
    trunk: { sipTrunkId: `ST_${index}`, name, numbers: [name], allowedAddresses: [name], authUsername: name },
  }));
  const rooms = NAMES.map((name) => ({
    name,
    createdAt: 1,
    callers: [{ identity: name, name, from: name, to: name, status: name, callId: name }],
    others: [name],
  }));
  const nodes = everyNode(
    treeRoots(
      treeInput(stateOf(rules, trunks), {
        projects: [{ ...PROD, id: "demo", name: "a\u202eb", host: LONG, place: LONG }],
        calls: () => ({ kind: "ready", value: { rooms, unread: 0 }, readAt: 1 }),
      }),
    ),
  );

  test("is one short line of harmless text wherever the explorer shows it", () => {
    assert.ok(nodes.length > NAMES.length * 4);
    for (const node of nodes)
      for (const text of [node.label, node.description ?? "", node.spoken ?? ""]) {
        assert.doesNotMatch(text, UNSHOWABLE);
        assert.ok(text.length < 1500, `${text.length} characters`);
      }
  });

  test("is one short line of harmless text in tooltips", () => {
    for (const node of nodes) {
      const tooltip = node.tooltip?.();
      if (!tooltip) continue;
      for (const text of [tooltip.title, ...tooltip.rows.flat(), ...(tooltip.notes ?? [])]) {
        assert.doesNotMatch(text, UNSHOWABLE);
        assert.ok(text.length < 1000, `${text.length} characters`);
      }
    }
  });

  test("never makes two nodes one, or one the child of another", () => {
    const ids = nodes.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, parent } of nodes) if (parent) assert.ok(id.startsWith(`${parent.id}/`));
  });

  test("stays as it is in what a command gets, which has to find the rule by it", () => {
    const names = new Set(nodes.filter(({ kind }) => kind === "rule").map(({ name }) => name));
    for (const name of NAMES) assert.ok(names.has(name));
  });

  test("draws no picture in the status bar", () => {
    const entry = { ...PROD, name: "$(trash) prod", host: "$(x)" };
    const words = statusWords({ entry, why: "$(y)", warnings: [] }, undefined);
    assert.equal(words?.text, "$(shield) $ (trash) prod");
    assert.equal(withoutIcons("a $(b) c"), "a $ (b) c");
  });

  test("is harmless where a rule file has it", () => {
    for (const name of NAMES) {
      const report = reportOn(readFile(JSON.stringify({ dispatch_rule: { name, [name]: 1 } })), undefined);
      const [node] = fileNodes([{ key: name, uri: name, name, folder: name, report }], name);
      for (const text of [node?.label ?? "", node?.description ?? "", ...(node?.tooltip?.().notes ?? [])])
        assert.doesNotMatch(text, UNSHOWABLE);
    }
  });
});
