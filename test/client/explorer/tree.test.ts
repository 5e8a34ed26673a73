/** The explorer's tree as a person sees it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isProjectTarget, isRuleTarget, isTrunkTarget } from "../../../client/explorer/targets.ts";
import { findNode, placeOf, treeRoots } from "../../../client/explorer/model/tree.ts";
import type { LiveCalls } from "../../../client/live/live-call.ts";
import { DEMO, PROD, demoState, everyNode, ready, stateOf, tree, treeInput } from "../support/demo-tree.ts";

describe("the explorer's tree", () => {
  test("shows the demo's rules in the order in which LiveKit tries them, and its trunks", async () => {
    assert.equal(
      tree(treeInput(await demoState())),
      `v [beaker] Demo | active · emulated, nothing is sent anywhere
  v [list-ordered] Dispatch rules | 5
    > [lock] Team meeting, with a PIN | direct → team-meeting · Main line · to +15105550101
    > [person] Bookings | individual → booking_<caller>_… · Main line · to +15105550100 · agent booking-agent
    > [person] VIP guests | individual → vip_<caller>_… · Main line · from +15105550188
    > [call-incoming] Support, one room for each called number | callee → support-_<called>_… · Support line · agent support-agent
    > [person] Everything else | individual → call_<caller>_…
  > [plug] Inbound trunks | 3
`,
    );
  });

  test("shows under a trunk its numbers, whom it lets in, and the rules that serve it", async () => {
    const input = treeInput(await demoState());
    const main = everyNode(treeRoots(input)).find(
      ({ label, kind }) => kind === "trunk" && label === "Main line",
    );
    assert.deepEqual(
      main?.children?.().map(({ label, description }) => [label, description]),
      [
        ["Numbers", "+15105550100, +15105550101"],
        ["Allowed addresses", "203.0.113.0/24"],
        ["Allowed calling numbers", "any"],
        ["Rules that name it", "3"],
        ["Rules for every trunk", "1"],
      ],
    );
  });

  test("hands commands the targets that they ask for", async () => {
    const nodes = everyNode(treeRoots(treeInput(await demoState())));
    const targets: readonly unknown[] = nodes;
    const rule = targets.find(isRuleTarget);
    assert.equal(rule?.ruleId, "SDR_DemoMeetings");
    assert.equal(rule.projectId, "demo");
    assert.equal(rule.name, "Team meeting, with a PIN");
    assert.equal(targets.find(isTrunkTarget)?.trunkId, "ST_DemoMainLine");
    assert.equal(targets.find(isProjectTarget)?.projectId, "demo");
  });

  test("never shows a PIN or a password, wherever one looks", async () => {
    const nodes = everyNode(treeRoots(treeInput(await demoState())));
    const said = JSON.stringify(nodes.map((node) => [{ ...node, parent: undefined }, node.tooltip?.()]));
    assert.ok(said.includes("Team meeting"));
    assert.ok(!said.includes("12345"));
    assert.ok(!said.includes("demo-password"));
  });

  test("has ids that are its own and stay when everything is made anew", async () => {
    const idsOf = async () => everyNode(treeRoots(treeInput(await demoState()))).map(({ id }) => id);
    const ids = await idsOf();
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(await idsOf(), ids);
  });

  test("leads from every node back to its project", async () => {
    for (const node of everyNode(treeRoots(treeInput(await demoState())))) {
      let top = node;
      while (top.parent) top = top.parent;
      assert.equal(top.kind, "project");
    }
  });

  test("says what a screen reader should say", async () => {
    const nodes = everyNode(treeRoots(treeInput(await demoState())));
    const rule = nodes.find(({ kind }) => kind === "rule");
    assert.equal(
      nodes[0]?.spoken,
      "Project Demo, active, emulated, nothing is sent anywhere, active because you chose it in this workspace",
    );
    assert.equal(
      rule?.spoken,
      "Dispatch rule Team meeting, with a PIN, with a PIN, direct → team-meeting, Main line, to +15105550101",
    );
  });

  test("lists every project, the demo only while it is active", () => {
    const empty = { kind: "unknown" } as const;
    const active = {
      id: PROD.id,
      why: "it is the default",
      lkNote: "lk takes another",
      warnings: ["Mind this."],
    };
    const roots = treeRoots(treeInput(empty, { projects: [PROD, DEMO], active }));
    assert.deepEqual(
      roots.map(({ label, description, contextValue, isExpanded }) => [
        label,
        description,
        contextValue,
        isExpanded,
      ]),
      [["prod", "active · production · prod.livekit.cloud", "project.production", true]],
    );
    assert.deepEqual(roots[0]?.tooltip?.().notes, ["Note: lk takes another.", "Mind this."]);
    assert.deepEqual(
      treeRoots(treeInput(empty, { projects: [DEMO, PROD] })).map(({ label, isExpanded }) => [
        label,
        isExpanded,
      ]),
      [
        ["Demo", true],
        ["prod", false],
      ],
    );
  });

  test("is empty where there is no project, so that the welcome view is shown", () => {
    const input = treeInput({ kind: "unknown" }, { projects: [DEMO], active: undefined });
    assert.deepEqual(treeRoots(input), []);
  });

  test("says why no project is active, with ways out", () => {
    const problem = 'The chosen project "prod" is no longer there. Choose another one.';
    assert.equal(
      tree(treeInput({ kind: "unknown" }, { projects: [DEMO], active: undefined, problem })),
      `v [warning] No project is active | ${problem}
  - [refresh] Retry
  - [arrow-swap] Select Project
  - [add] Add Project
  - [beaker] Open Demo Project
`,
    );
  });

  test("says that it is reading", () => {
    assert.equal(
      tree(treeInput({ kind: "loading" })),
      `v [beaker] Demo | active · emulated, nothing is sent anywhere
  v [loading~spin] Reading rules and trunks…
    - [close] Stop Reading
`,
    );
  });

  test("says what failed, with ways out, above what was known before", async () => {
    const failure = { kind: "unauthorized", reason: "wrong-secret" } as const;
    const last = await demoState();
    const shown = tree(
      treeInput({ kind: "failed", failure, last }, { projects: [{ ...DEMO, source: "own" }] }),
    );
    assert.match(
      shown,
      /v \[error\] The API secret does not belong to this API key\. .*\n    - \[refresh\] Retry\n    - \[edit\] Edit Project\n/,
    );
    assert.match(shown, /Dispatch rules \| 5/);
    assert.doesNotMatch(tree(treeInput({ kind: "failed", failure })), /Dispatch rules/);
  });

  test("offers to create a rule where there is none, and says what that means", () => {
    const shown = everyNode(treeRoots(treeInput(stateOf([])))).find(
      ({ contextValue }) => contextValue === "empty",
    );
    assert.equal(shown?.label, "No dispatch rules: every call is refused");
    assert.deepEqual(shown.click, {
      command: "livekitDispatch.createRule",
      title: "Create a dispatch rule",
      argument: { kind: "project", projectId: "demo" },
    });
  });

  test("marks a trunk that no rule serves, and a rule that LiveKit cannot use", () => {
    const trunks = [{ id: "ST_1", name: "Alone", trunk: { sipTrunkId: "ST_1" } }];
    const shown = tree(treeInput(stateOf([{ name: "broken", trunk_ids: ["ST_2"] }], trunks)), true);
    assert.match(shown, /\[warning\] Alone \| every number · no rule serves it/);
    assert.match(shown, /\[warning\] broken \| no kind · ST_2/);
  });

  test("says at a trunk what is wrong with it, in the words of the command line", () => {
    const trunks = [
      {
        id: "ST_1",
        name: "Main",
        trunk: { sipTrunkId: "ST_1", name: "Main", numbers: ["+1 555 0100", "+15550101"] },
      },
      { id: "ST_2", name: "Fine", trunk: { sipTrunkId: "ST_2", numbers: ["+15550100"] } },
    ];
    const rules = [{ name: "sales", numbers: ["+15550100"], trunk_ids: ["ST_1", "ST_2"] }];
    const nodes = everyNode(treeRoots(treeInput(stateOf(rules, trunks))));
    const [main, fine] = ["Main", "Fine"].map((name) => nodes.find(({ label }) => label === name));
    const words =
      'No rule serves "+15550101" of trunk "Main" (`ST_1`): calls to it are refused. Add to `numbers` of a rule what it shall take.';
    assert.equal(main?.icon, "warning");
    assert.match(main.description ?? "", / · 1 rule · 1 problem$/);
    assert.deepEqual(main.tooltip?.().notes, [words]);
    assert.match(main.spoken ?? "", /^Inbound trunk Main, .*, 1 problem\. No rule serves /);
    assert.deepEqual([fine?.icon, fine?.tooltip?.().notes], ["plug", []]);
  });

  test("opens the way to a rule, on whatever page it is", () => {
    const rules = Array.from({ length: 450 }, (_, index) => ({
      name: `rule ${String(index).padStart(3, "0")}`,
      rule: { dispatch_rule_direct: { room_name: `room-${String(index).padStart(3, "0")}` } },
    }));
    const input = treeInput(stateOf(rules));
    const target = { kind: "rule", projectId: "demo", ruleId: "SDR_00420", name: "" } as const;
    const place = placeOf(target, input);
    assert.equal(place?.page, 3);
    assert.equal(findNode(treeRoots(input), place.id), undefined);
    const opened = { ...input, pages: (id: string) => (id === place.listId ? place.page : 1) };
    assert.equal(findNode(treeRoots(opened), place.id)?.label, "rule 420");
    assert.equal(placeOf({ ...target, ruleId: "SDR_gone" }, input), undefined);
  });
});

describe("live calls under a rule", () => {
  const rooms = [
    {
      name: "booking_+15105550142_x",
      createdAt: 1_700_000_000_000,
      callers: [
        {
          identity: "sip_1",
          name: "Phone 1",
          from: "+15105550142",
          to: "+15105550100",
          status: "active",
          callId: "SCL_1",
        },
      ],
      others: ["agent-booking"],
    },
  ];

  async function under(calls: LiveCalls) {
    const input = treeInput(ready(await demoState()), {
      calls: (_, rule) =>
        rule === "SDR_DemoBookings" ? { kind: "ready", value: calls, readAt: 1 } : { kind: "unknown" },
    });
    return everyNode(treeRoots(input)).find(
      (node) => isRuleTarget(node) && node.ruleId === "SDR_DemoBookings",
    );
  }

  test("are the rooms with their callers", async () => {
    const [room] = (await under({ rooms, unread: 0 }))?.children?.() ?? [];
    assert.equal(room?.label, "booking_+15105550142_x");
    assert.equal(room.description, "1 caller, with agent-booking");
    assert.equal(room.contextValue, "liveRoom");
    const [caller] = room.children?.() ?? [];
    assert.equal(caller?.label, "+15105550142");
    assert.equal(caller.description, "to +15105550100 · active");
  });

  test("say when there are none, and when not every room was looked into", async () => {
    assert.deepEqual(
      (await under({ rooms: [], unread: 0 }))?.children?.().map(({ label }) => label),
      ["No live calls"],
    );
    assert.deepEqual(
      (await under({ rooms, unread: 1234 }))?.children?.().map(({ label }) => label),
      ["booking_+15105550142_x", "1,234 more rooms were not looked into"],
    );
  });
});
