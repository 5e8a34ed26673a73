/** A rule file against what is deployed. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ruleFileText } from "../../../core/compare/rule-text.ts";
import { fileNodes } from "../../../client/explorer/files/file-node.ts";
import { readFile, reportOn, type FileReport } from "../../../client/explorer/files/file-state.ts";
import type { DeployedState } from "../../../client/deployed/load.ts";
import { demoState, stateOf } from "../support/demo-tree.ts";

const report = (text: string, state: DeployedState | undefined): FileReport =>
  reportOn(readFile(text), state);
const one = (rule: object): string => JSON.stringify(rule);

const BOOKINGS = {
  name: "Bookings",
  rule: { dispatch_rule_individual: { room_prefix: "booking" } },
  trunk_ids: ["ST_DemoMainLine"],
  numbers: ["+15105550100"],
  room_config: { agents: [{ agent_name: "booking-agent", metadata: '{"language": "en"}' }] },
};

function shown(text: string, state: DeployedState | undefined) {
  const [node] = fileNodes(
    [{ key: "k", uri: "u", name: "dispatch-rule.json", folder: "rules", report: report(text, state) }],
    "Demo",
  );
  assert.ok(node);
  return node;
}

describe("the state of a rule file", () => {
  test("is in sync for every deployed rule as it is imported, by its id", async () => {
    const state = await demoState();
    for (const { text } of state.rules) {
      const found = report(ruleFileText(text), state);
      assert.equal(found.state, "inSync");
      assert.equal(found.rules[0]?.match?.kind, "matched");
    }
  });

  test("is in sync in any form, without an id, when it says the same", async () => {
    const state = await demoState();
    for (const text of [one({ dispatch_rule: BOOKINGS }), one(BOOKINGS), one({ items: [BOOKINGS] })])
      assert.equal(report(text, state).state, "inSync");
    const renamed = report(one({ dispatch_rule: { ...BOOKINGS, name: "" } }), state);
    assert.equal(renamed.state, "notDeployed");
  });

  test("differs, found by the name where the file has no id; says in which fields", async () => {
    const state = await demoState();
    const { numbers: _, ...rest } = BOOKINGS;
    const changed = { ...rest, hide_phone_number: true, trunk_ids: ["ST_DemoSupport2"] };
    const node = shown(one({ dispatch_rule: changed }), state);
    assert.equal(node.contextValue, "file.differs");
    assert.match(node.description ?? "", /^differs · .* · rules$/);
    assert.deepEqual(node.tooltip?.().notes, [
      "It belongs to the deployed rule SDR_DemoBookings by its name: the file has no id.",
      "An update would change: trunk_ids.",
      "An update would add: hide_phone_number.",
      "An update would clear: numbers.",
    ]);
  });

  test("counts the id of an update request", async () => {
    const state = await demoState();
    const text = one({
      sip_dispatch_rule_id: "SDR_DemoVipGuest",
      replace: { ...BOOKINGS, name: "VIP guests" },
    });
    assert.equal(report(text, state).state, "differs");
  });

  test("is not deployed, and an id of another project is said", async () => {
    const state = await demoState();
    assert.equal(
      report(one({ dispatch_rule: { ...BOOKINGS, name: "new", numbers: ["+1"] } }), state).state,
      "notDeployed",
    );
    const gone = shown(one({ ...BOOKINGS, sip_dispatch_rule_id: "SDR_gone", numbers: ["+1"] }), state);
    assert.equal(gone.contextValue, "file.notDeployed");
    assert.match(gone.description ?? "", /its id is not in this project/);
  });

  test("is not guessed where several deployed rules have the name", () => {
    const rule = (room: string) => ({ name: "twin", rule: { dispatch_rule_direct: { room_name: room } } });
    const state = stateOf([rule("a"), rule("b")]);
    const found = report(one({ dispatch_rule: rule("c") }), state);
    assert.equal(found.state, "differs");
    assert.deepEqual(found.rules[0]?.match, { kind: "ambiguous", count: 2 });
    // Where one of them says the same, it is that one.
    assert.equal(report(one({ dispatch_rule: rule("b") }), state).state, "inSync");
  });

  test("cannot be deployed: LiveKit's own reason", async () => {
    const state = await demoState();
    const broken = report('{"dispatch_rule": {"rule": {"dispatchRuleDirect": {"room": "x"}}}}', state);
    assert.equal(broken.state, "cannotDeploy");
    assert.match(broken.reason ?? "", /unknown field "room"/);
    assert.equal(report("{", state).state, "cannotDeploy");
    assert.equal(shown("{", undefined).contextValue, "file.cannotDeploy");
  });

  test("is unknown as long as nobody asked the project, and nothing at all for somebody else's file", () => {
    assert.equal(report(one({ dispatch_rule: BOOKINGS }), undefined).state, "unknown");
    assert.equal(report('{"packages": []}', undefined).state, "noRule");
  });

  test("of a list is what matters most in it, with a node for each rule", async () => {
    const state = await demoState();
    const items = [
      BOOKINGS,
      { ...BOOKINGS, name: "VIP guests" },
      { ...BOOKINGS, name: "new", numbers: ["+1"] },
    ];
    const node = shown(one({ items }), state);
    assert.equal(node.contextValue, "file.differs");
    assert.deepEqual(
      node.children?.().map(({ label, description }) => [label, description?.split(" · ")[0]]),
      [
        ["Bookings", "in sync"],
        ["VIP guests", "differs"],
        ["new", "not deployed"],
      ],
    );
  });

  test("of very many rules and files takes no quadratic time", () => {
    const rule = (index: number) => ({
      name: "",
      rule: { dispatch_rule_individual: { room_prefix: "call-" } },
      numbers: [`+1510555${String(index).padStart(4, "0")}`],
    });
    const state = stateOf(Array.from({ length: 5000 }, (_, index) => rule(index)));
    const started = performance.now();
    for (let index = 0; index < 500; index++)
      assert.equal(report(one({ dispatch_rule: rule(index * 7) }), state).state, "inSync");
    // 2,500,000 comparisons would take minutes.
    assert.ok(performance.now() - started < 10_000);
  });
});

describe("the list of rule files", () => {
  test("begins with what somebody has to do something about", async () => {
    const state = await demoState();
    const file = (name: string, text: string) => ({
      key: name,
      uri: name,
      name,
      folder: "",
      report: report(text, state),
    });
    const nodes = fileNodes(
      [
        file("a", one({ dispatch_rule: BOOKINGS })),
        file("b", one({ dispatch_rule: { ...BOOKINGS, name: "new", numbers: ["+1"] } })),
        file("c", one({ dispatch_rule: { ...BOOKINGS, metadata: "x" } })),
        file("d", "{"),
      ],
      "Demo",
    );
    assert.deepEqual(
      nodes.map(({ label }) => label),
      ["d", "c", "b", "a"],
    );
  });
});
