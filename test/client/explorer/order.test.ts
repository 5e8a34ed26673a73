/** Filter, order and pages of the rules in the explorer. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DeployedState } from "../../../client/deployed/load.ts";
import { pictureOf } from "../../../client/deployed/rule-picture.ts";
import { filterRules, inOrder, RULE_ORDERS, type RuleOrder } from "../../../client/explorer/model/order.ts";
import type { TreeInput } from "../../../client/explorer/model/tree-input.ts";
import { placeOf, treeRoots } from "../../../client/explorer/model/tree.ts";
import { explainCall } from "../../../core/routing/reasons.ts";
import { incomingCall } from "../../../core/routing/input/read.ts";
import { demoState, everyNode, stateOf, treeInput } from "../support/demo-tree.ts";

const direct = (room_name: string, pin?: string) => ({
  dispatch_rule_direct: { room_name, ...(pin && { pin }) },
});

async function found(filter: string): Promise<string[]> {
  const { rules, trunks } = pictureOf(await demoState());
  return filterRules(rules, filter, trunks).map(({ deployed }) => deployed.name);
}

describe("the filter", () => {
  test("finds by name, id, kind, room, number, agent and the name of a trunk", async () => {
    assert.deepEqual(await found("vip"), ["VIP guests"]);
    assert.deepEqual(await found("SDR_DemoAnyPhone"), ["Everything else"]);
    assert.deepEqual(await found("callee"), ["Support, one room for each called number"]);
    assert.deepEqual(await found("team-MEETING"), ["Team meeting, with a PIN"]);
    assert.deepEqual(await found("5550188"), ["VIP guests"]);
    assert.deepEqual(await found("booking-agent"), ["Bookings"]);
    assert.deepEqual(await found("support line"), ["Support, one room for each called number"]);
  });

  test("wants every word", async () => {
    assert.deepEqual(await found("main individual"), ["Bookings", "VIP guests"]);
    assert.deepEqual(await found("main nothing"), []);
    assert.equal((await found("  ")).length, 5);
  });

  test("does not find a rule by its PIN", async () => {
    assert.deepEqual(await found("12345"), []);
  });

  test("stands in the tree with the number of what it left", async () => {
    const nodes = everyNode(treeRoots(treeInput(await demoState(), { filter: "individual" })));
    assert.equal(nodes.find(({ kind }) => kind === "rules")?.description, "3 of 5");
    const none = everyNode(treeRoots(treeInput(await demoState(), { filter: "nobody" })));
    const empty = none.find(({ contextValue }) => contextValue === "empty");
    assert.equal(empty?.label, 'No rule has "nobody"');
    assert.equal(empty.click?.command, "livekitDispatch.clearExplorerFilter");
  });
});

describe("the order", () => {
  const state = stateOf(
    [
      { name: "b2", rule: direct("z"), created_at: "2026-01-02T00:00:00Z" },
      { name: "a10", rule: direct("y"), created_at: "2026-01-03T00:00:00Z" },
      { rule: direct("x", "1"), created_at: "2026-01-01T00:00:00Z" },
      { name: "a9", rule: direct("w"), trunk_ids: ["ST_1"] },
    ],
    [{ id: "ST_1", name: "", trunk: { sipTrunkId: "ST_1" } }],
  );
  const order = (by: RuleOrder) =>
    inOrder(pictureOf(state).rules, by).map(({ deployed, kind }) => deployed.name || kind?.room);

  test("is the one that was asked for, and the same every time", () => {
    assert.deepEqual(order("tried"), ["a9", "x", "a10", "b2"]);
    assert.deepEqual(order("name"), ["a9", "a10", "b2", "x"]);
    assert.deepEqual(order("room"), ["a9", "x", "a10", "b2"]);
    assert.deepEqual(order("newest"), ["a10", "b2", "x", "a9"]);
    for (const by of RULE_ORDERS) assert.deepEqual(order(by), order(by));
  });

  test("as LiveKit tries them: of any two that a call fits, the upper one takes it", () => {
    const fitting = stateOf([
      { rule: direct("a") },
      { rule: direct("b"), inbound_numbers: ["+2"] },
      { rule: direct("c"), numbers: ["+1"] },
      { rule: direct("d"), numbers: ["+1"], inbound_numbers: ["+2"] },
      { rule: direct("e"), trunk_ids: ["ST_1"] },
      { rule: { dispatch_rule_callee: {} }, trunk_ids: ["ST_1"], numbers: ["+1"], inbound_numbers: ["+2"] },
      { rule: direct("p", "1") },
      { rule: direct("q", "2"), trunk_ids: ["ST_1"] },
      { rule: { dispatch_rule_individual: { pin: "3" } }, numbers: ["+1"] },
    ]);
    const rules = pictureOf(fitting).rules.map(({ rule }) => rule);
    const pairs = rules.flatMap((upper, index) =>
      rules.slice(index + 1).map((lower) => [upper, lower] as const),
    );
    assert.equal(pairs.length, 36);
    for (const [upper, lower] of pairs) {
      // The lower one first, so that the order of the list cannot be what decides.
      const { outcome } = explainCall({
        rules: [lower, upper],
        trunks: [{ sipTrunkId: "ST_1" }],
        call: incomingCall({ to: "+1", from: "+2" }),
      });
      assert.equal(outcome.rule, upper);
    }
  });
});

describe("five thousand rules", () => {
  const [few, many] = [500, 5000].map((count) => {
    const state = manyRules(count);
    return { state, last: `SDR_${String(count - 1).padStart(5, "0")}` };
  });
  assert.ok(few && many);

  test("are drawn a page at a time", () => {
    const [project] = treeRoots(treeInput(many.state));
    const [rules] = project?.children?.() ?? [];
    const children = rules?.children?.() ?? [];
    assert.equal(children.length, 201);
    assert.equal(children.at(-1)?.label, "Show 200 more");
    assert.deepEqual(children.at(-1)?.click?.argument, rules?.id);
  });

  test("are read once, and looked at as often as wanted: nothing is worked out anew", () => {
    assert.equal(pictureOf(many.state), pictureOf(many.state));
  });

  /** What somebody waits for. */
  const WORK: Readonly<Record<string, (rules: { state: DeployedState; last: string }) => void>> = {
    "to draw all that stands open": ({ state }) => drawOpen(state),
    "to draw what a filter leaves": ({ state }) => drawOpen(state, { filter: "rule 49" }),
    "to draw in another order": ({ state }) => drawOpen(state, { order: "name" }),
    "to find the way to the last one": ({ state, last }) =>
      void placeOf({ kind: "rule", projectId: "demo", ruleId: last, name: "" }, treeInput(state)),
    // The server answers with another state; the texts are those that were read already.
    "to take in an answer in which one is other": ({ state }) => void pictureOf(withOneChange(state)),
  };

  for (const [what, work] of Object.entries(WORK))
    test(`take no more than their number makes of it ${what}`, () => {
      const [short, long] = fastest([() => work(few), () => work(many)]);
      // Ten times as many rules; what is quadratic would take a hundred times as long.
      assert.ok(long! < 40 * Math.max(short!, 0.25), `${short} ms for 500, ${long} ms for 5,000`);
    });
});

function manyRules(count: number): DeployedState {
  return stateOf(
    Array.from({ length: count }, (_, index) => ({
      name: `rule ${index}`,
      rule: { dispatch_rule_individual: { room_prefix: `room-${index % 97}` } },
      trunk_ids: [`ST_${index % 50}`],
      numbers: [`+1510555${String(index).padStart(4, "0")}`],
    })),
    Array.from({ length: 50 }, (_, index) => ({
      id: `ST_${index}`,
      name: `trunk ${index}`,
      trunk: { sipTrunkId: `ST_${index}` },
    })),
  );
}

/** The project, its rules and its trunks stand open. */
function drawOpen(state: DeployedState, more: Partial<TreeInput> = {}): void {
  const [project] = treeRoots(treeInput(state, more));
  for (const group of project?.children?.() ?? []) group.children?.();
}

function withOneChange({ rules, trunks }: DeployedState): DeployedState {
  const [first, ...others] = rules;
  assert.ok(first);
  return { rules: [{ ...first, name: "changed" }, ...others], trunks };
}

/** Of several runs the shortest, in milliseconds: others work on this machine, too. */
function fastest(works: readonly (() => void)[]): number[] {
  const times = works.map(() => Infinity);
  for (let round = 0; round < 7; round++)
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      work();
      times[index] = Math.min(times[index]!, performance.now() - started);
    }
  return times;
}
