/** Rule and trunk files for tests of commands that route calls. */
export const SUPPORT = JSON.stringify({
  dispatch_rule: {
    name: "Support",
    trunk_ids: ["ST_main"],
    numbers: ["+15550100100"],
    rule: { dispatchRuleIndividual: { roomPrefix: "support" } },
    room_config: { agents: [{ agent_name: "triage" }] },
    attributes: { team: "blue" },
  },
});
export const BOARD = JSON.stringify({
  dispatch_rule: {
    name: "Board",
    trunk_ids: ["ST_board"],
    rule: { dispatchRuleDirect: { roomName: "board", pin: "4711" } },
  },
});
export const TRUNKS = JSON.stringify({
  items: [
    { sipTrunkId: "ST_main", name: "Main", numbers: ["+1 555 010 0100"] },
    { sipTrunkId: "ST_board", numbers: ["+15550100200"] },
  ],
});
export const OPEN = `{"rule": {"dispatchRuleDirect": {"roomName": "lobby"}}}`;
